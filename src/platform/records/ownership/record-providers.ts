import { Injectable, type Type } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords, type OwnedRecords } from '../../../kernel/records/ownership.js';
import {
  HasPersonalRecords,
  Retains,
  type DataSubject,
  type PersonalRecords,
  type PersonsRecords,
  type RetainedKind,
} from '../../../kernel/records/retention.js';
import { Database, QueryRunner } from '../../database/index.js';
import type { RecordView } from '../type/record-kind.js';
import { Records } from '../records.js';
import type { RecordType } from '../type/record-type.js';
import { findRecordsOf } from './person-records.js';
import { RecordOwnership } from './record-ownership.js';
import { RecordRetention } from './record-retention.js';

/** The retention providers by record type. */
const retentions = new WeakMap<object, Type<RetainedKind>>();

/** Creates the providers that hand over, retain and erase the records of a type. */
export const recordProviders = <V extends RecordView, E extends object>(type: RecordType<V, E>): Type[] => [
  ownershipOf(type),
  retentionOf(type),
];

/** Creates the provider that hands records over to another owner. */
export function ownershipOf<V extends RecordView, E extends object>(type: RecordType<V, E>): Type<OwnedRecords> {
  @OwnsRecords()
  @Injectable()
  class TypeOwnership extends RecordOwnership<V> {
    protected readonly type = type;

    constructor(database: Database, queryRunner: QueryRunner, events: Events, records: Records) {
      super({ database, queryRunner, events, records });
    }
  }
  return TypeOwnership;
}

/**
 * Creates the provider that purges records after their retention period, and the records of one person if the type
 * has columns for a person.
 */
export function retentionOf<V extends RecordView, E extends object>(type: RecordType<V, E>): Type<RetainedKind> {
  const known = retentions.get(type);
  if (known) return known;
  const { retention, person } = type.definition;
  const { purged } = type.definition.events;
  if (!retention || !purged) throw new Error(`${type.resource} have no retention period`);

  @Retains()
  @Injectable()
  class TypeRetention extends RecordRetention implements PersonalRecords {
    readonly kind = type.resource;
    readonly resource = type.resource;
    readonly rank = 0;
    readonly description = retention?.description ?? '';
    override readonly defaultDays = retention?.defaultDays ?? 1_827;
    protected readonly ends = retention?.ends ?? [sql.ref('r.deleted_at')];
    protected readonly purged = purged as NonNullable<typeof purged>;

    find(subject: DataSubject, lock: boolean): Promise<PersonsRecords> {
      return findRecordsOf(this.queryRunner, type, subject, lock);
    }

    erase(ids: readonly string[]): Promise<number> {
      return this.purge(sql`r.id = any(${[...ids]}::uuid[])`, ids.length);
    }
  }
  if (person) HasPersonalRecords()(TypeRetention);
  retentions.set(type, TypeRetention);
  return TypeRetention;
}
