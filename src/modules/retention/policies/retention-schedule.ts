import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { RetentionPorts } from '../retention-ports.js';
import { PoliciesQueries } from './policies.queries.js';
import { RetentionRuns } from './retention-runs.js';

/** Every night, by the time that the night is for. */
@Injectable()
export class RetentionSchedule {
  constructor(
    private readonly ports: RetentionPorts,
    private readonly queries: PoliciesQueries,
    private readonly runs: RetentionRuns,
  ) {}

  /** One kind that fails does not stop the others; then the whole run is tried again. */
  @Scheduled({
    name: 'retention.apply',
    cron: '41 2 * * *',
    description: 'Removes records whose time is over, as the retention policies say, but for those under a legal hold.',
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
