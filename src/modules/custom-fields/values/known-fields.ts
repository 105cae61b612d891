import { Injectable } from '@nestjs/common';
import { AccessCache } from '../../users/index.js';
import { CustomFieldsQueries } from '../definitions/custom-fields.queries.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

/** Custom fields of one record type. The object stays the same until a definition changes. */
export interface FieldsOfKind {
  /** Includes archived definitions. */
  readonly definitions: readonly CustomFieldView[];
  /** Keys of deleted definitions. */
  readonly deleted: readonly string[];
}

interface Known {
  readonly text: string;
  readonly byResource: ReadonlyMap<string, FieldsOfKind>;
}

const NONE: FieldsOfKind = { definitions: [], deleted: [] };

/**
 * Caches all definitions in memory. A changed definition advances the access epoch, which each process checks twice a
 * second.
 */
@Injectable()
export class KnownFields {
  private last: Known | undefined;

  constructor(
    private readonly cache: AccessCache,
    private readonly queries: CustomFieldsQueries,
  ) {}

  /** Includes archived definitions. Returns the same list until a definition changes. */
  async fieldsOf(resource: string): Promise<readonly CustomFieldView[]> {
    return (await this.kind(resource)).definitions;
  }

  async kind(resource: string): Promise<FieldsOfKind> {
    const known = await this.cache.get('custom-fields', () => this.load());
    return known?.byResource.get(resource) ?? NONE;
  }

  /** Reads from the database, not from the cache. */
  all(): Promise<readonly CustomFieldView[]> {
    return this.queries.all();
  }

  forget(): void {
    this.cache.drop();
  }

  private async load(): Promise<Known> {
    const [all, deleted] = [await this.queries.all(), await this.queries.deleted()];
    const text = JSON.stringify([all, deleted]);
    if (this.last?.text === text) return this.last;
    const resources = new Set([...all, ...deleted].map(({ resource }) => resource));
    const of = (name: string): FieldsOfKind => ({
      definitions: all.filter(({ resource }) => resource === name),
      deleted: deleted.filter(({ resource }) => resource === name).map(({ key }) => key),
    });
    this.last = { text, byResource: new Map([...resources].map((resource) => [resource, of(resource)])) };
    return this.last;
  }
}
