import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { RetentionPorts } from '../retention-ports.js';
import { PoliciesQueries } from './policies.queries.js';
import { RetentionRuns } from './retention-runs.js';

/** Applies the policies every night. The cutoff depends on the due time of the run, not on the current time. */
@Injectable()
export class RetentionSchedule {
  constructor(
    private readonly ports: RetentionPorts,
    private readonly queries: PoliciesQueries,
    private readonly runs: RetentionRuns,
  ) {}

  /** Processes the other kinds after a failure of one kind. The run then fails and is repeated for all kinds. */
  @Scheduled({
    name: 'retention.apply',
    cron: '41 2 * * *',
    description: 'Deletes expired records by the retention policies, except records under a legal hold.',
  })
  async apply(call: ScheduledCall): Promise<object> {
    const removed: Record<string, number> = {};
    const failed: string[] = [];
    for (const { kind, days } of (await this.queries.list()).data.filter(({ enabled }) => enabled)) {
      const retained = this.ports.kinds.find((one) => one.kind === kind);
      if (!retained) continue;
      try {
        removed[kind] = (await this.runs.apply(retained, days, call)).removed;
      } catch (error) {
        call.signal.throwIfAborted();
        failed.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (failed.length > 0) throw new Error(failed.join('; '));
    return { removed };
  }
}
