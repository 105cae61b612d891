import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import { invalidAt } from '../../../kernel/errors.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { RetentionPorts } from '../retention-ports.js';
import type { RetentionDryRun, RetentionPolicyUpdate, RetentionPolicyView, RetentionRunView } from './policies.dto.js';
import { PoliciesQueries } from './policies.queries.js';
import { RetentionRuns } from './retention-runs.js';

@Injectable()
export class PoliciesService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly ports: RetentionPorts,
    private readonly queries: PoliciesQueries,
    private readonly runs: RetentionRuns,
  ) {}

  /** Inserts a policy with the default days for each new kind. Existing policies are unchanged. */
  async onApplicationBootstrap(): Promise<void> {
    const kinds = this.ports.kinds.map(({ kind, defaultDays }) => ({ kind, days: defaultDays }));
    await this.queryRunner.rows(sql`
      insert into retention_policies (kind, days) select kind, days
        from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as given (kind varchar, days integer) order by kind
        on conflict (kind) do nothing`);
  }

  update(actor: Actor, kind: string, patch: RetentionPolicyUpdate, version?: number): Promise<RetentionPolicyView> {
    return this.database.write(async () => {
      await this.queryRunner.rows(sql`select 1 from retention_policies where kind = ${kind} for update`);
      const policy = await this.queries.get(kind);
      requireVersion(policy, version, patch);
      const { days = policy.days, enabled = policy.enabled } = patch;
      requireEnough(days, policy);
      await this.queryRunner.rows(sql`
        update retention_policies set days = ${days}, enabled = ${enabled}, updated_by_id = ${actor.userId}::uuid,
          updated_at = now(), version = version + 1
        where kind = ${kind} and (days, enabled) is distinct from (${days}::integer, ${enabled}::boolean)`);
      return this.queries.get(kind);
    });
  }

  /** Counts the records that would be removed now, without removing them. */
  async dryRun(actor: Actor, kind: string, { days }: RetentionDryRun): Promise<RetentionRunView> {
    const policy = await this.queries.get(kind);
    if (days !== undefined) requireEnough(days, policy);
    const retained = this.ports.kinds.find((one) => one.kind === kind);
    if (!retained) throw new Error(`${kind} is known and not retained`);
    return this.queries.run(await this.runs.count(actor, retained, days ?? policy.days));
  }
}

function requireEnough(days: number, { kind, minimumDays }: RetentionPolicyView): void {
  if (days < minimumDays)
    throw invalidAt('#/days', 'too-few-days', `${kind} are kept for at least ${minimumDays} days`);
}
