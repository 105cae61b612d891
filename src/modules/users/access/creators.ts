import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { eventTypes } from '../../../kernel/events.js';
import { QueryRunner } from '../../../platform/database/index.js';
import type { OutboxEvent } from '../../../platform/outbox/index.js';
import { canSeeRecord, visibilityOf } from '../../../platform/visibility/index.js';
import { Actors, type KnownUser } from './actors.js';

/** Returns whether the creator of a webhook or channel can see an event now. */
export type VisibilityCheck = (creatorId: string | null, event: OutboxEvent) => boolean;

/** Filters events for webhooks and channels. They receive only events that their creator can see now. */
@Injectable()
export class Creators {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly actors: Actors,
  ) {}

  /** Creates the check for a batch of events. A creator with access to all records needs no visibility query. */
  async checkFor(creatorIds: readonly (string | null)[], events: readonly OutboxEvent[]): Promise<VisibilityCheck> {
    const permissions = new Map(eventTypes().map(({ type, permission }) => [type as string, permission]));
    const seen = new Map<string, Set<string>>();
    for (const creatorId of new Set(creatorIds)) {
      const person = creatorId === null ? undefined : await this.actors.known(creatorId);
      if (!creatorId || !person) continue;
      const permitted = events.filter(({ type }) => person.permissions.has(permissions.get(type) ?? ':'));
      seen.set(creatorId, await this.visibleTo(person, permitted));
    }
    return (creatorId, { id }) => creatorId !== null && (seen.get(creatorId)?.has(id) ?? false);
  }

  private async visibleTo(person: KnownUser, events: readonly OutboxEvent[]): Promise<Set<string>> {
    const canSee = canSeeRecord(person, sql.ref('e.type'), sql.ref('e.record'));
    const asked = canSee.length === 0 ? [] : events.filter(({ resourceType }) => visibilityOf(resourceType));
    const free = events.filter((event) => !asked.includes(event)).map(({ id }) => id);
    if (asked.length === 0) return new Set(free);
    const rows = await this.queryRunner.rows<{ id: string }>(sql`
      select e.id from unnest(${asked.map(({ id }) => id)}::uuid[],
        ${asked.map(({ resourceType }) => resourceType)}::text[], ${asked.map(({ resourceId }) => resourceId)}::uuid[])
        as e (id, type, record) where ${sql.join(canSee, sql` and `)}`);
    return new Set([...free, ...rows.map(({ id }) => id)]);
  }
}
