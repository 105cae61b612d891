import { Injectable } from '@nestjs/common';
import { FieldIndexes } from '../indexes/field-indexes.js';
import { KnownFields } from '../values/known-fields.js';
import type { CustomField } from './custom-field.entity.js';
import { UniqueValues } from './unique-values.js';

/** What a definition had before it was changed. */
export interface Held {
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
}

/** What follows from a definition besides itself: its index, the values that must not come twice, what processes remember. */
@Injectable()
export class Consequences {
  constructor(
    readonly known: KnownFields,
    private readonly indexes: FieldIndexes,
    private readonly values: UniqueValues,
  ) {}

  /** In the transaction of the change, before it is written. */
  async follow(field: CustomField, held: Held): Promise<void> {
    const isUnique = field.isUnique && !field.archivedAt;
    const isIndexed = field.isFilterable && !field.archivedAt;
    if (isUnique && !held.isUnique) await this.values.collect(field);
    if (!isUnique && held.isUnique) await this.values.forget(field);
    if (isIndexed !== held.isIndexed) await this.indexes.follow(field, isIndexed);
  }

  /** Before it is deleted. */
  async leave(field: CustomField): Promise<void> {
    await this.values.forget(field);
    await this.indexes.follow(field, false);
  }
}
