import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { ConflictError } from '../../../kernel/errors.js';
import { OWNED_RECORDS, type OwnedRecords } from '../../../kernel/records/ownership.js';
import { withoutVisibility } from '../../../platform/database/index.js';
import type { OwnedCount } from './transfer.dto.js';

/** Counts owned records with the `OwnedRecords` providers of higher modules. */
@Injectable()
export class Ownership {
  private found: readonly OwnedRecords[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Sorted by name, so that the order is always the same. */
  get kinds(): readonly OwnedRecords[] {
    this.found ??= this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) =>
          metatype && instance && this.reflector.get<boolean | undefined>(OWNED_RECORDS, metatype),
      )
      .map(({ instance }) => instance as OwnedRecords)
      .sort((a, b) => a.resource.localeCompare(b.resource));
    return this.found;
  }

  kind(resource: string): OwnedRecords | undefined {
    return this.kinds.find((kind) => kind.resource === resource);
  }

  async counts(ownerId: string): Promise<OwnedCount[]> {
    return this.each((kind) => kind.count(ownerId));
  }

  /** Returns only record types with at least one record. */
  async countOfTeam(teamId: string): Promise<OwnedCount[]> {
    return (await this.each((kind) => kind.countOfTeam(teamId))).filter(({ count }) => count > 0);
  }

  async requireNoRecords(ownerId: string): Promise<void> {
    const owned = (await this.counts(ownerId)).filter(({ count }) => count > 0);
    if (owned.length === 0) return;
    throw new ConflictError(
      'user-owns-records',
      'The user owns records. Transfer them first with POST /users/{id}/transfer.',
      { members: { records: Object.fromEntries(owned.map(({ resource, count }) => [resource, count])) } },
    );
  }

  // One query at a time: in a unit of work, all queries share one connection.
  private async each(count: (kind: OwnedRecords) => Promise<number>): Promise<OwnedCount[]> {
    const counts: OwnedCount[] = [];
    for (const kind of this.kinds)
      counts.push({ resource: kind.resource, count: await withoutVisibility(() => count(kind)) });
    return counts;
  }
}
