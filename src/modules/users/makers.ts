import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { eventTypes } from '../../kernel/events.js';
import { Reader } from '../../platform/database/index.js';
import type { OutboxEvent } from '../../platform/outbox/index.js';
import { seesRecord, sightOf } from '../../platform/sight/index.js';
import { Actors, type Person } from './actors.js';

/** Whether what somebody made may tell of an event: whether they could read of it themselves, at this moment. */
export type MaySee = (makerId: string | null, event: OutboxEvent) => boolean;

/** Whoever has events sent somewhere is told what they may see, and nothing from the day on which they may see nothing. */
@Injectable()
export class Makers {
  constructor(
    private readonly reader: Reader,
    private readonly actors: Actors,
  ) {}

  /** For a batch of events. Of those who see all records nothing is asked. */
  async sightOf(makerIds: readonly (string | null)[], events: readonly OutboxEvent[]): Promise<MaySee> {
    const permissions = new Map(eventTypes().map(({ type, permission }) => [type as string, permission]));
    const seen = new Map<string, Set<string>>();
    for (const makerId of new Set(makerIds)) {
      const person = makerId === null ? undefined : await this.actors.known(makerId);
      if (!makerId || !person) continue;
      const permitted = events.filter(({ type }) => person.permissions.has(permissions.get(type) ?? ':'));
      seen.set(makerId, await this.seenBy(person, permitted));
    }
    return (makerId, { id }) => makerId !== null && (seen.get(makerId)?.has(id) ?? false);
  }

  private async seenBy(person: Person, events: readonly OutboxEvent[]): Promise<Set<string>> {
    const sees = seesRecord(person, sql.ref('e.type'), sql.ref('e.record'));
    const asked = sees.length === 0 ? [] : events.filter(({ resourceType }) => sightOf(resourceType));
    const free = events.filter((event) => !asked.includes(event)).map(({ id }) => id);
    if (asked.length === 0) return new Set(free);
    const rows = await this.reader.rows<{ id: string }>(sql`
      select e.id from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ resourceType }) => resourceType)}::text[], ${asked.map(({ resourceId }) => resourceId)}::uuid[]) as e (id, type, record) where ${sql.join(sees, sql` and `)}`);
    return new Set([...free, ...rows.map(({ id }) => id)]);
  }
}
