import { KontorClient } from './client.js';
import type { CustomFieldTypes } from './custom-fields.js';
import * as resources from './generated/operations.js';
import type { Resources } from './generated/resources.js';
import type { KontorOptions } from './options.js';

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor puts every one of them on the client.
export interface Kontor<C extends CustomFieldTypes = {}> extends Resources<C> {}

/**
 * A client of one Kontor server. A program can use several clients. The type parameter types custom fields:
 * `new Kontor<CustomFields>()`, with the types that `npx kontor-sdk types` writes.
 */
// oxlint-disable-next-line no-unused-vars -- the interface of the same name uses the parameter.
export class Kontor<C extends CustomFieldTypes = {}> extends KontorClient {
  constructor(options: KontorOptions = {}) {
    super(options, Object.values(resources));
  }
}
