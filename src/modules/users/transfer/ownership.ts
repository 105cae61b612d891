import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Conflict } from '../../../kernel/errors.js';
import { OWNED_RECORDS, type OwnedRecords } from '../../../kernel/ownership.js';
import { beyondSight } from '../../../platform/database/index.js';
import type { OwnedCount } from './transfer.dto.js';

/** What people own, asked of the modules above that keep such records. */
@Injectable()
export class Ownership {
  private found: readonly OwnedRecords[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** By name, so that their order is the same everywhere. */
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

  /** Only of kinds of which the team holds some. */
  async countOfTeam(teamId: string): Promise<OwnedCount[]> {
    return (await this.each((kind) => kind.countOfTeam(teamId))).filter(({ count }) => count > 0);
  }

  async requireNone(ownerId: string): Promise<void> {
    const owned = (await this.counts(ownerId)).filter(({ count }) => count > 0);
    if (owned.length === 0) return;
    throw new Conflict(
      'user-owns-records',
      'The user owns records: hand them over first, with POST /users/{id}/transfer.',
      { members: { records: Object.fromEntries(owned.map(({ resource, count }) => [resource, count])) } },
    );
  }

  // One after the other: in a unit of work they share one connection.
  private async each(count: (kind: OwnedRecords) => Promise<number>): Promise<OwnedCount[]> {
    const counts: OwnedCount[] = [];
    for (const kind of this.kinds)
      counts.push({ resource: kind.resource, count: await beyondSight(() => count(kind)) });
    return counts;
  }
}
