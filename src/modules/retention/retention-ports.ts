import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import {
  PERSONAL_COPIES,
  PERSONAL_RECORDS,
  PERSONAL_DATA_REFERENCES,
  RETAINED_KIND,
  type PersonalCopies,
  type PersonalRecords,
  type PersonalDataReferences,
  type RetainedKind,
} from '../../kernel/records/retention.js';

/** Discovers the retention providers of all modules. */
@Injectable()
export class RetentionPorts implements OnModuleInit {
  kinds: readonly RetainedKind[] = [];
  /** Records that are found by the data of the person come first. */
  records: readonly PersonalRecords[] = [];
  references: readonly PersonalDataReferences[] = [];
  copies: readonly PersonalCopies[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const kinds = this.marked<RetainedKind>(RETAINED_KIND);
    if (new Set(kinds.map(({ kind }) => kind)).size < kinds.length)
      throw new Error('Two providers retain the same kind');
    this.kinds = kinds.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
    this.records = this.marked<PersonalRecords>(PERSONAL_RECORDS).toSorted(
      (a, b) => a.rank - b.rank || (a.resource < b.resource ? -1 : 1),
    );
    this.copies = this.marked<PersonalCopies>(PERSONAL_COPIES);
    this.references = this.marked<PersonalDataReferences>(PERSONAL_DATA_REFERENCES).toSorted((a, b) =>
      a.resource < b.resource ? -1 : 1,
    );
  }

  /** Returns the kinds that this database stores. */
  async retained(): Promise<RetainedKind[]> {
    const retained = await Promise.all(
      this.kinds.map(async (kind) => ((await (kind.isStored?.() ?? true)) ? [kind] : [])),
    );
    return retained.flat();
  }

  private marked<T>(mark: string): T[] {
    return this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) =>
          metatype && instance && this.reflector.get<boolean | undefined>(mark, metatype as Type),
      )
      .map(({ instance }) => instance as T);
  }
}
