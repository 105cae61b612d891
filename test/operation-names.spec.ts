import { readFileSync, writeFileSync } from 'node:fs';
import { sdkResourceOf } from '../src/openapi/operations/names.js';
import { operationsOf, type Document } from '../src/openapi/schemas/shapes.js';
import { loadSdk } from './sdk/sdk.js';

const PINNED = new URL('../../test/operation-names.txt', import.meta.url);
const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document;

const operations = operationsOf(document).map(({ operation }) => ({
  id: operation.operationId,
  method: `${sdkResourceOf(operation.tags?.[0] ?? '')}.${String(operation['x-sdk-method'])}`,
}));

describe('operation names', () => {
  /** Renews the list after an intended change: run this suite with `UPDATE_OPERATION_NAMES=1`. */
  it('are those of test/operation-names.txt; UPDATE_OPERATION_NAMES=1 writes the file again', () => {
    const text = `${operations
      .map(({ id, method }) => `${id} ${method}`)
      .toSorted()
      .join('\n')}\n`;
    if (process.env['UPDATE_OPERATION_NAMES'] === '1') writeFileSync(PINNED, text);
    expect(text.split('\n')).toEqual(readFileSync(PINNED, 'utf8').split('\n'));
  });

  it('are the methods of the SDK, plus the feed', async () => {
    const { Kontor } = await loadSdk();
    const kontor = new Kontor({ baseUrl: 'http://127.0.0.1', apiKey: 'none' }) as Record<string, object>;
    const methods = Object.entries(kontor).flatMap(([resource, calls]) =>
      Object.keys(calls).map((method) => `${resource}.${method}`),
    );
    const expected = operations.map(({ method }) => method);
    expect(methods.toSorted()).toEqual([...expected, 'events.feed'].toSorted());
  });
});
