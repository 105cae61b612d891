import { Injectable } from '@nestjs/common';
import { FieldIndexes } from '../indexes/field-indexes.js';
import { KnownFields } from '../values/known-fields.js';
import type { CustomField } from './custom-field.entity.js';
import { DeletedFieldMails } from './deleted-field-mails.js';
import { UniqueValues } from './unique-values.js';

/** State of a definition before a change. */
export interface DependentValues {
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
}

/** Applies the effects of a changed definition to its index, its unique values and the dependent objects. */
@Injectable()
export class Consequences {
  constructor(
    readonly known: KnownFields,
    private readonly indexes: FieldIndexes,
    private readonly values: UniqueValues,
    private readonly mails: DeletedFieldMails,
  ) {}

  /** Runs in the transaction of the change, before the definition is written. */
  async follow(field: CustomField, held: DependentValues): Promise<void> {
    const isUnique = field.isUnique && !field.archivedAt;
    const isIndexed = field.isFilterable && !field.archivedAt;
    if (isUnique && !held.isUnique) await this.values.collect(field);
    if (!isUnique && held.isUnique) await this.values.forget(field);
    if (isIndexed !== held.isIndexed) await this.indexes.follow(field, isIndexed);
  }

  /** Runs before the definition is deleted. */
  async leave(field: CustomField): Promise<void> {
    await this.values.forget(field);
    await this.indexes.follow(field, false);
    await this.mails.send(field);
  }
}
