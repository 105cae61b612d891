import { Injectable } from '@nestjs/common';
import type { DataSubject, PersonsRecords, RecordRef } from '../../../kernel/records/retention.js';
import { SamePerson } from '../../../platform/records/index.js';
import { RetentionPorts } from '../retention-ports.js';

export interface FoundRecords extends PersonsRecords {
  readonly resource: string;
}

/**
 * Finds the records of a person: first by address and number, then merged or converted records, then linked records.
 */
@Injectable()
export class ErasureSearch {
  constructor(
    private readonly ports: RetentionPorts,
    private readonly samePerson: SamePerson,
  ) {}

  async findFor(
    { email, phone }: Omit<DataSubject, 'records'>,
    { lock }: { readonly lock: boolean },
  ): Promise<FoundRecords[]> {
    const first = await this.persons({ email, phone, records: [] }, lock);
    const found = [...first];
    for (const port of this.ports.records.filter(({ rank }) => rank > 0)) {
      found.push({ resource: port.resource, ...(await port.find({ email, phone, records: refsOf(found) }, lock)) });
    }
    return found;
  }

  /** Repeats the search until it finds no more records. Locked records can no longer be merged or converted. */
  private async persons(person: DataSubject, lock: boolean): Promise<FoundRecords[]> {
    const found: FoundRecords[] = [];
    for (const port of this.ports.records.filter(({ rank }) => rank === 0))
      found.push({ resource: port.resource, ...(await port.find(person, lock)) });
    const records = await this.samePerson.find(refsOf(found));
    return records.length > refsOf(found).length ? this.persons({ ...person, records }, lock) : found;
  }
}

const refsOf = (found: readonly FoundRecords[]): RecordRef[] =>
  found.flatMap(({ resource, free, held }) => [...free, ...held].map((id) => ({ resource, id })));
