import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../kernel/entity.js';
import { QueryRunner } from '../database/index.js';
import { Jobs } from '../jobs/index.js';

export const SCHEDULED_KIND = 'scheduled';
export type RunTrigger = 'schedule' | 'manual';

export interface NewRun {
  readonly slotAt: string;
  readonly runs: boolean;
}

/** Adds runs to the history and the queue, in the current unit of work. Runs of one job never overlap. */
@Injectable()
export class ScheduleRuns {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
  ) {}

  /** Returns the ids of new runs that must be run. A due time with an existing run keeps that run. */
  async add(name: string, trigger: RunTrigger, slots: readonly NewRun[]): Promise<string[]> {
    const rows = slots.map(({ slotAt, runs }) => ({ id: newId(), slot: slotAt, status: runs ? 'waiting' : 'skipped' }));
    const created = await this.queryRunner.rows<{ id: string; status: string }>(sql`
      insert into scheduled_job_runs (id, name, slot_at, trigger, status, finished_at)
      select id, ${name}, slot, ${trigger}, status, case when status = 'skipped' then now() end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, slot timestamptz, status varchar)
        order by slot
      on conflict (name, slot_at, trigger) do nothing returning id, status`);
    const waiting = created.filter(({ status }) => status === 'waiting').map(({ id }) => id);
    await this.queue(name, waiting);
    return waiting;
  }

  private async queue(name: string, runs: readonly string[]): Promise<void> {
    if (runs.length === 0) return;
    const group = `scheduled:${name}`;
    await this.jobs.limit(group, { maxConcurrency: 1 });
    await this.jobs.enqueue(runs.map((refId) => ({ kind: SCHEDULED_KIND, refId, group })));
  }
}
