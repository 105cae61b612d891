import type { Answer } from './answer.js';
import { AnswerPromise } from './answer-promise.js';
import type { CustomFieldTypes } from './custom-fields.js';
import type { Resources } from './generated/resources.js';
import { readsOnly, type Methods, type NamedOperation, type Resource } from './operation.js';
import { settingsOf, type HttpMethod, type KontorOptions, type RawOptions, type Settings } from './options.js';
import { PagePromise } from './page-promise.js';
import { inputsOf, prepare, type Inputs } from './request.js';
import { send } from './send.js';

/** A client of one Kontor server with the given resources. */
export class KontorClient {
  readonly #settings: Settings;

  constructor(options: KontorOptions, resources: ReadonlyArray<Resource<string>>) {
    const settings = settingsOf(options);
    this.#settings = settings;
    for (const { name, operations, extend } of resources) {
      const methods: Methods = Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          (...args: unknown[]) => call({ ...operation, name: `${name}.${method}` }, args, settings),
        ]),
      );
      Object.defineProperty(this, name, { value: extend?.(methods) ?? methods, enumerable: true });
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
    const operation: NamedOperation = {
      name: 'request',
      method,
      url: path,
      ...(body !== undefined && { body: 'json' }),
      query: Object.keys(query),
      isStreamed: true,
    };
    const inputs = Promise.resolve({ ids: [], body, named: { ...query, ...options } });
    return new AnswerPromise(inputs.then((found) => sendPrepared<Response>(operation, found, this.#settings)));
  }
}

/**
 * Creates a client with some resources only, for small bundles: `createKontor({ baseUrl, apiKey }, [leads, deals])`. The
 * resources are exports of `@kontor/sdk/resources`.
 */
export function createKontor<Name extends keyof Resources, C extends CustomFieldTypes = {}>(
  options: KontorOptions,
  resources: ReadonlyArray<Resource<Name>>,
): KontorClient & Pick<Resources<C>, Name> {
  return new KontorClient(options, resources) as KontorClient & Pick<Resources<C>, Name>;
}

async function sendPrepared<T>(operation: NamedOperation, inputs: Inputs, settings: Settings): Promise<Answer<T>> {
  return send<T>(await prepare(operation, inputs, settings), settings);
}

function call(operation: NamedOperation, args: readonly unknown[], settings: Settings): AnswerPromise<unknown> {
  // Invalid arguments also reject the promise, so that callers handle errors in one way.
  const inputs = new Promise<Inputs>((resolve) => resolve(inputsOf(operation, args)));
  return answerTo(operation, inputs, settings);
}

function answerTo(operation: NamedOperation, inputs: Promise<Inputs>, settings: Settings): AnswerPromise<unknown> {
  const answer = inputs.then((found) => sendPrepared<unknown>(operation, found, settings));
  const next = (cursor: string) =>
    answerTo(
      operation,
      inputs.then((found) => turnedTo(cursor, operation, found)),
      settings,
    ) as PagePromise<unknown, unknown>;
  return readsOnly(operation) && !operation.isStreamed ? new PagePromise(answer, next) : new AnswerPromise(answer);
}

/** Repeats the call for another page. Searches send the cursor in the body, lists in the query. */
function turnedTo(cursor: string, { body }: NamedOperation, inputs: Inputs): Inputs {
  return body
    ? { ...inputs, body: { ...(inputs.body as object), cursor } }
    : { ...inputs, named: { ...inputs.named, cursor } };
}
