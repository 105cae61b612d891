import { Injectable } from '@nestjs/common';
import type { Person, PersonsRecords } from '../../../kernel/retention.js';
import { RetentionPorts } from '../retention-ports.js';

export interface Found extends PersonsRecords {
  readonly resource: string;
}

/** Finds what is one person's: first by address and number, then by what that found. */
@Injectable()
export class Finding {
  constructor(private readonly ports: RetentionPorts) {}

  async of({ email, phone }: Omit<Person, 'records'>, { lock }: { readonly lock: boolean }): Promise<Found[]> {
    const found: Found[] = [];
    for (const { resource, find } of this.ports.records.map((port) => ({
      resource: port.resource,
      find: port.find.bind(port),
    }))) {
      const records = found.flatMap((one) => [...one.free, ...one.held].map((id) => ({ resource: one.resource, id })));
      found.push({ resource, ...(await find({ email, phone, records }, lock)) });
    }
    return found;
  }
}
