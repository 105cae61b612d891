import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import {
  PERSONAL_RECORDS,
  PERSONAL_TRACES,
  RETAINED_KIND,
  type PersonalRecords,
  type PersonalTraces,
  type RetainedKind,
} from '../../kernel/retention.js';

/** What the modules say of the records that they own. */
@Injectable()
export class RetentionPorts implements OnModuleInit {
  kinds: readonly RetainedKind[] = [];
  /** Those that are found by the person come first. */
  records: readonly PersonalRecords[] = [];
  traces: readonly PersonalTraces[] = [];

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
    this.traces = this.marked<PersonalTraces>(PERSONAL_TRACES).toSorted((a, b) => (a.resource < b.resource ? -1 : 1));
  }

  /** Of those that this database keeps at all. */
  async kept(): Promise<RetainedKind[]> {
    const kept = await Promise.all(this.kinds.map(async (kind) => ((await (kind.isKept?.() ?? true)) ? [kind] : [])));
    return kept.flat();
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
