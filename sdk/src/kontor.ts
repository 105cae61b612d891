import type { Answer } from './answer';
import { AnswerPromise } from './answer-promise';
import type { Resources } from './calls';
import { follow, type Feed, type FeedOptions, type List } from './feed';
import { operationOf, type Operation } from './operation';
import { settingsOf, type HttpMethod, type KontorOptions, type RawOptions, type Settings } from './options';
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

/** A client of one Kontor server. A program can use several clients. */
export class Kontor {
  readonly #settings: Settings;

  constructor(options: KontorOptions = {}) {
    const settings = settingsOf(options);
    this.#settings = settings;
    for (const [name, Resource] of Object.entries(resources)) {
      const calls = callsOf(name, Resource, settings);
      Object.defineProperty(this, name, { value: name === 'events' ? withFeed(calls) : calls, enumerable: true });
    }
  }

  /**
   * Sends a request to any path, with the credential, retries and errors of all calls: `kontor.request('GET',
   * '/api/v1/leads', { query: { limit: 1 } })`. The data is the response with its unread body.
   */
  request(
    method: HttpMethod,
    path: `/${string}`,
    { query = {}, body, ...options }: RawOptions = {},
  ): AnswerPromise<Response> {
    const operation: Operation = {
      name: 'request',
      method,
      url: path,
      ids: [],
      body: body === undefined ? undefined : 'json',
      mediaType: undefined,
      query: new Map(Object.keys(query).map((name) => [name, name])),
      headers: new Map(),
      readsOnly: method === 'GET' || method === 'HEAD',
      isStreamed: true,
    };
    const inputs = Promise.resolve({ ids: [], body, named: { ...query, ...options } });
    return new AnswerPromise(inputs.then((found) => sendPrepared<Response>(operation, found, this.#settings)));
  }
}

async function sendPrepared<T>(operation: Operation, inputs: Inputs, settings: Settings): Promise<Answer<T>> {
  return send<T>(await prepare(operation, inputs, settings), settings);
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
  // Invalid arguments also reject the promise, so that callers handle errors in one way.
  const inputs = new Promise<Inputs>((resolve) => resolve(inputsOf(operation, args)));
  return answerTo(operation, inputs, settings);
}

function answerTo(operation: Operation, inputs: Promise<Inputs>, settings: Settings): AnswerPromise<unknown> {
  const answer = inputs.then((found) => sendPrepared<unknown>(operation, found, settings));
  const next = (cursor: string) =>
    answerTo(
      operation,
      inputs.then((found) => turnedTo(cursor, operation, found)),
      settings,
    ) as PagePromise<unknown, unknown>;
  return operation.readsOnly && !operation.isStreamed ? new PagePromise(answer, next) : new AnswerPromise(answer);
}

/** Repeats the call for another page. Searches send the cursor in the body, lists in the query. */
function turnedTo(cursor: string, { body }: Operation, inputs: Inputs): Inputs {
  return body
    ? { ...inputs, body: { ...(inputs.body as object), cursor } }
    : { ...inputs, named: { ...inputs.named, cursor } };
}
