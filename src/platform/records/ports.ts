import type { Actor } from '../../kernel/actor.js';
import type { Fields } from '../query/index.js';

/** The fields that a company has given its records itself, as the module knows them that keeps their definitions. */
export abstract class CustomFields {
  /** The fields of a resource with its custom ones, as `custom.<key>`: the same object for as long as nothing is changed, so that what was made of it can be kept. */
  abstract fieldsOf(resource: string, own: Fields): Promise<Fields>;
  /**
   * The values of a record after `wanted` was merged into them (RFC 7396), checked against the definitions and in normal
   * form. A new record (`stored` undefined) gets the defaults. Refuses with pointers such as `#/customFields/industry`.
   */
  abstract accept(
    resource: string,
    wanted: Readonly<Record<string, unknown>> | undefined,
    stored?: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>>;
}

/** A filter and an order that somebody keeps under a name. */
export interface SavedView {
  readonly name: string;
  /** As it was saved: parsed again by whoever uses it. */
  readonly filter: unknown;
  readonly sort: readonly string[];
}

/** Views that people saved, as the module knows them that keeps them. */
export abstract class SavedViews {
  /** Refuses a view that is not there, not this actor's to use, or of another resource. */
  abstract find(actor: Actor, resource: string, viewId: string): Promise<SavedView>;
}
