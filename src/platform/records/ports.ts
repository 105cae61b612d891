import type { EntityManager } from '@mikro-orm/postgresql';
import type { Permission } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { recordFieldsKnown, recordFieldsOf, type Fields } from '../query/index.js';

/** A custom field whose values are ids of records. */
export interface CustomLink {
  readonly table: string;
  readonly key: string;
  /** Table of the referenced records. */
  readonly to: string;
}

/** Port to the custom fields module. */
export abstract class CustomFields {
  /**
   * Returns the fields of a resource with the custom fields as `custom.<key>`. The object stays the same until a
   * definition changes, so that derived data can be cached.
   */
  abstract fieldsOf(resource: string, own: Fields): Promise<Fields>;
  /** Returns the fields for filters on linked records. Custom fields are limited to existing keys, without types. */
  abstract linkedFieldsOf(resource: string, own: Fields): Promise<Fields>;
  /**
   * Merges `requested` into the stored values (RFC 7396), then validates and normalizes. A new record (`stored`
   * undefined) gets the defaults. Errors have pointers such as `#/customFields/industry`.
   */
  abstract accept(
    resource: string,
    requested: Readonly<Record<string, unknown>> | undefined,
    stored?: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>>;
  /** Returns the custom fields of a table that refer to records, including archived fields. */
  abstract linksFrom(table: string): Promise<readonly CustomLink[]>;
  /** Returns the custom fields of all tables that refer to this table, including archived fields. */
  abstract linksTo(table: string): Promise<readonly CustomLink[]>;
  /** Returns the default values of a new record. */
  abstract defaultsOf(resource: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Default country of phone numbers without a country code; a port to the settings module. */
export abstract class DefaultCountry {
  /** Returns the ISO 3166 alpha-2 code. */
  abstract get(): Promise<string>;
}

/** Default currency of amounts; a port to the settings module. */
export abstract class DefaultCurrency {
  /** Returns the ISO 4217 code. */
  abstract get(): Promise<string>;
}

/** Owner and team of a record. A record with an owner has the team of the owner. */
export interface Assignment {
  readonly ownerId: string | null;
  readonly teamId: string | null;
}

/** An entity with an owner and a team. */
export interface OwnedEntity {
  owner?: { readonly id: string } | null;
  team?: { readonly id: string } | null;
}

/** Port to the users module: owners and teams of records. */
export abstract class Owners {
  /**
   * Completes an assignment. Rejects an unknown or inactive owner, an owner without the permission, and a team other
   * than the team of the owner. The owner `trusted` is not checked.
   */
  abstract requireAssignable(
    requested: { readonly ownerId: string | null; readonly teamId: string | null | undefined },
    permission: Permission,
    trusted?: string,
  ): Promise<Assignment>;
  /** Sets owner and team of an entity. */
  abstract assign(record: OwnedEntity, assignment: Assignment, em: EntityManager): void;
  /** Assigns a record to the actor if the owner is inactive or deleted. */
  abstract replaceFormerOwner(actor: Actor, record: OwnedEntity, em: EntityManager): Promise<void>;
}

/**
 * The fields of all record types, including custom fields. The map stays the same object until a definition changes.
 */
export class KnownRecordFields {
  private last: ReadonlyMap<string, Fields> = new Map();

  constructor(private readonly customFields: CustomFields) {}

  async all(): Promise<ReadonlyMap<string, Fields>> {
    const now = new Map<string, Fields>();
    for (const resource of recordFieldsKnown()) {
      const own = recordFieldsOf(resource);
      if (own) now.set(resource, await this.customFields.fieldsOf(resource, own));
    }
    const isSame =
      now.size === this.last.size && [...now].every(([resource, fields]) => this.last.get(resource) === fields);
    if (!isSame) this.last = now;
    return this.last;
  }
}

/** A saved view. */
export interface StoredView {
  readonly name: string;
  /** The stored filter, which must be parsed again before use. */
  readonly filter: unknown;
  readonly sort: readonly string[];
  readonly columns: readonly string[];
  readonly groupBy: string | null;
}

/** Port to the saved views module. */
export abstract class SavedViews {
  /** Rejects a view that does not exist, belongs to another resource, or is not available to the actor. */
  abstract find(actor: Actor, resource: string, viewId: string): Promise<StoredView>;
}
