import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { sql } from 'kysely';
import type { Insertion } from '../../kernel/events.js';
import { QueryRunner } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { SUBSCRIBER, type EventSubscriber, type FanOut, type OutboxEvent } from './subscriber.js';

/** An event that a subscriber rejected. */
export interface FailedEvent {
  readonly event: OutboxEvent;
  readonly error: unknown;
}

/** Passes events to every subscriber and inserts the resulting rows, many per statement. */
@Injectable()
export class EventFanOut implements OnModuleInit {
  private readonly subscribers: EventSubscriber[] = [];

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (metatype && instance && this.reflector.get<boolean | undefined>(SUBSCRIBER, metatype))
        this.subscribe(instance as EventSubscriber);
    }
  }

  subscribe(subscriber: EventSubscriber): void {
    this.subscribers.push(subscriber);
  }

  /** Runs in the transaction of the relay. Returns the events that must be tried again. */
  async fanOut(events: readonly OutboxEvent[]): Promise<FailedEvent[]> {
    const listeners = await Promise.all(this.subscribers.map((subscriber) => subscriber.load(events)));
    const failing: FailedEvent[] = [];
    const all: FanOut[] = [];
    for (const event of events) {
      try {
        all.push(...listeners.flatMap((listen) => listen(event) ?? []));
      } catch (error) {
        failing.push({ event, error });
      }
    }
    await this.insert(all.flatMap(({ rows }) => rows));
    await this.jobs.enqueue(all.flatMap(({ jobs }) => jobs));
    return failing;
  }

  private async insert(insertions: readonly Insertion[]): Promise<void> {
    const alike = Map.groupBy(insertions, ({ table, row }) => `${table} ${Object.keys(row).join()}`);
    for (const group of alike.values()) {
      const { table, row } = group[0] as Insertion;
      const columns = sql.join(Object.keys(row).map((column) => sql.id(column)));
      await this.queryRunner.rows(sql`
        insert into ${sql.id(table)} (${columns}) select ${columns}
          from jsonb_populate_recordset(null::${sql.id(table)},
          ${JSON.stringify(group.map((insertion) => insertion.row))}::jsonb) on conflict do nothing`);
    }
  }
}
