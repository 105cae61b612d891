import type { Answer } from './answer';
import { AnswerPromise } from './answer-promise';
import type { Resources } from './calls';
import { follow, type Feed, type FeedOptions, type List } from './feed';
import { operationOf, type Operation } from './operation';
import { settingsOf, type KontorOptions, type Settings } from './options';
import { PagePromise } from './page-promise';
import { inputsOf, prepare, type Inputs } from './request';
import { resources } from './resources';
import { send } from './send';

type Generated = (typeof resources)[keyof typeof resources];
type Method = (...args: unknown[]) => AnswerPromise<unknown>;

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor puts every one of them on the client.
export interface Kontor extends Omit<Resources, 'events'> {
  readonly events: Resources['events'] & Feed;
}

/** A client of one Kontor. Several can live side by side. */
export class Kontor {
  constructor(options: KontorOptions) {
    const settings = settingsOf(options);
    for (const [name, Resource] of Object.entries(resources)) {
      const calls = callsOf(name, Resource, settings);
      Object.defineProperty(this, name, { value: name === 'events' ? withFeed(calls) : calls, enumerable: true });
    }
  }
}

function callsOf(name: string, Resource: Generated, settings: Settings): Record<string, Method> {
  const methods = Object.getOwnPropertyNames(Resource.prototype).filter((method) => method !== 'constructor');
  return Object.fromEntries(
    methods.map((method) => [
      method,
      (...args: unknown[]) => call(operationOf(name, Resource, method), args, settings),
    ]),
  );
}

const withFeed = (calls: Record<string, Method>): object => ({
  ...calls,
  feed: (options: FeedOptions = {}) => follow(calls['list'] as unknown as List, options),
});

function call(operation: Operation, args: readonly unknown[], settings: Settings): AnswerPromise<unknown> {
  // What is wrong with the arguments is said by the promise too: one place to catch.
  const inputs = new Promise<Inputs>((resolve) => resolve(inputsOf(operation, args)));
  return answerTo(operation, inputs, settings);
}

function answerTo(operation: Operation, inputs: Promise<Inputs>, settings: Settings): AnswerPromise<unknown> {
  const answer = inputs
    .then((found) => prepare(operation, found, settings))
    .then((request): Promise<Answer<unknown>> => send(request, settings));
  const next = (cursor: string) =>
    answerTo(
      operation,
      inputs.then((found) => turnedTo(cursor, operation, found)),
      settings,
    ) as PagePromise<unknown, unknown>;
  return operation.readsOnly ? new PagePromise(answer, next) : new AnswerPromise(answer);
}

/** The same call for another page: searches take the cursor in the body, lists by name. */
function turnedTo(cursor: string, { body }: Operation, inputs: Inputs): Inputs {
  return body
    ? { ...inputs, body: { ...(inputs.body as object), cursor } }
    : { ...inputs, named: { ...inputs.named, cursor } };
}
