import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Events } from '../../../kernel/events.js';
import type { DueCount, RetainedKind } from '../../../kernel/records/retention.js';
import { Database, isTooSlow, QueryRunner } from '../../../platform/database/index.js';
import { Removal } from '../removal.js';
import { retentionApplied } from '../retention.events.js';

const DAY = 86_400_000;
/** Small, because all linked records of a lead are removed with the lead. */
const BATCH = 200;
/** Divisor of the batch size after a batch that was too slow. */
const SMALLER = 8;
const LONGEST_ERROR = 2_000;

export interface Applied {
  readonly removed: number;
  readonly held: number;
}

interface Run extends Applied {
  readonly id: string;
}

const cutoffOf = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY);

/** Applies a policy, or only counts the records. Each run is stored in `retention_runs`. */
@Injectable()
export class RetentionRuns {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly removal: Removal,
    private readonly events: Events,
  ) {}

  async count(actor: Actor, kind: RetainedKind, days: number): Promise<string> {
    const [id, now] = [newId(), new Date()];
    const cutoff = cutoffOf(now, days);
    const { due, held, oldest } = await this.countOf(kind, cutoff);
    await this.database.write(() =>
      this.queryRunner.rows(sql`
      insert into retention_runs (id, kind, mode, status, slot_at, cutoff, days, due, held, oldest_at, requested_by_id,
        finished_at)
      values (${id}, ${kind.kind}, 'dry-run', 'succeeded', ${now.toISOString()}, ${cutoff.toISOString()}, ${days},
        ${due}, ${held}, ${oldest}, ${actor.userId}::uuid, now())`),
    );
    return id;
  }

  /**
   * Removes records in batches and stores the count of each batch, so an interrupted run continues correctly. A batch
   * that is too slow is repeated with fewer records, down to one.
   */
  async apply(
    kind: RetainedKind,
    days: number,
    { slotAt, signal }: { readonly slotAt: Date; readonly signal: AbortSignal },
  ): Promise<Applied> {
    const cutoff = cutoffOf(slotAt, days);
    const id = await this.begin(kind, days, { slotAt, cutoff });
    try {
      let size = BATCH;
      for (let isDone = false; !isDone;) {
        signal.throwIfAborted();
        try {
          isDone = await this.batch(kind, cutoff, id, size);
        } catch (error) {
          if (size === 1 || !isTooSlow(error)) throw error;
          size = Math.ceil(size / SMALLER);
        }
      }
    } catch (error) {
      // The end of the process is no failure of the run.
      if (!signal.aborted) await this.fail(id, error);
      throw error;
    }
    return this.finish(kind, id);
  }

  private async begin(
    kind: RetainedKind,
    days: number,
    { slotAt, cutoff }: { readonly slotAt: Date; readonly cutoff: Date },
  ): Promise<string> {
    const { due, held, oldest } = await this.countOf(kind, cutoff);
    const run = await this.database.write(() =>
      this.queryRunner.row<{ id: string }>(sql`
      insert into retention_runs (id, kind, mode, slot_at, cutoff, days, due, held, oldest_at)
      values (${newId()}, ${kind.kind}, 'real', ${slotAt.toISOString()}, ${cutoff.toISOString()}, ${days}, ${due},
        ${held}, ${oldest})
      on conflict (kind, slot_at) where mode = 'real' do update set status = 'running', error = null, finished_at = null
        returning id`),
    );
    return run?.id ?? '';
  }

  /** Raises the statement timeout, because the query counts all expired records. */
  private countOf(kind: RetainedKind, cutoff: Date): Promise<DueCount> {
    return this.database.write(async () => {
      await this.queryRunner.raiseStatementTimeout();
      return kind.count(cutoff);
    });
  }

  private batch(kind: RetainedKind, cutoff: Date, id: string, size: number): Promise<boolean> {
    return this.removal.whileHoldsStand(async () => {
      const { removed, isDone } = await kind.remove(cutoff, size);
      if (removed > 0)
        await this.queryRunner.rows(
          sql`update retention_runs set removed = removed + ${removed} where id = ${id}::uuid`,
        );
      return isDone;
    });
  }

  private finish(kind: RetainedKind, id: string): Promise<Applied> {
    return this.database.write(async () => {
      const run = await this.queryRunner.row<Run>(
        sql`update retention_runs set status = 'succeeded', finished_at = now() where id = ${id}::uuid
          returning id, removed, held`,
      );
      const { removed = 0, held = 0 } = run ?? {};
      if (removed > 0) this.events.record(retentionApplied, id, { id, kind: kind.kind, removed, held });
      return { removed, held };
    });
  }

  private async fail(id: string, reason: unknown): Promise<void> {
    const error = String(reason instanceof Error ? reason.message : reason)
      .replaceAll('\0', '')
      .slice(0, LONGEST_ERROR)
      .toWellFormed();
    await this.database.write(() =>
      this.queryRunner.rows(
        sql`update retention_runs set status = 'failed', error = ${error}, finished_at = now() where id = ${id}::uuid`,
      ),
    );
  }
}
