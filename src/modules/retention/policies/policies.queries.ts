import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import type { RetainedKind } from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { RetentionPorts } from '../retention-ports.js';
import {
  RUN_MODES,
  RUN_STATES,
  type RetentionPolicyView,
  type RetentionRunQuery,
  type RetentionRunView,
} from './policies.dto.js';

type StoredPolicy = Pick<
  RetentionPolicyView,
  'id' | 'kind' | 'days' | 'enabled' | 'updatedById' | 'updatedAt' | 'version'
>;

const columns: Record<keyof RetentionRunView, RawBuilder<unknown>> = {
  id: sql.ref('r.id'),
  kind: sql.ref('r.kind'),
  mode: sql.ref('r.mode'),
  status: sql.ref('r.status'),
  days: sql.ref('r.days'),
  cutoff: sql.ref('r.cutoff'),
  due: sql.ref('r.due'),
  held: sql.ref('r.held'),
  removed: sql.ref('r.removed'),
  oldestAt: sql.ref('r.oldest_at'),
  error: sql.ref('r.error'),
  startedAt: sql.ref('r.started_at'),
  finishedAt: sql.ref('r.finished_at'),
  requestedById: sql.ref('r.requested_by_id'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const fields = {
  kind: field.text('r.kind'),
  mode: field.choice('r.mode', RUN_MODES),
  status: field.choice('r.status', RUN_STATES),
  startedAt: field.timestamp('r.started_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'retention-runs',
  from: sql`retention_runs r`,
  id: sql.ref('r.id'),
  fields,
  columns,
  live: sql`true`,
};

/** Reads of policies and their runs. */
@Injectable()
export class PoliciesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly ports: RetentionPorts,
  ) {}

  async list(): Promise<Page<RetentionPolicyView>> {
    return {
      data: await this.views(await this.ports.retained()),
      pageInfo: { nextCursor: null, prevCursor: null, hasMore: false },
    };
  }

  async get(kind: string): Promise<RetentionPolicyView> {
    const [policy] = await this.views((await this.ports.retained()).filter((one) => one.kind === kind));
    if (!policy) throw notFound('retention-policy');
    return policy;
  }

  runs({ limit = 25, cursor, count = 'none', sort, ...filters }: RetentionRunQuery): Promise<Page<RetentionRunView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<RetentionRunView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['-startedAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async run(id: string): Promise<RetentionRunView> {
    const run = await this.queryRunner.row<RetentionRunView>(
      sql`select ${selected} from retention_runs r where r.id = ${id}::uuid`,
    );
    if (!run) throw notFound('retention-run');
    return run;
  }

  private async views(kinds: readonly RetainedKind[]): Promise<RetentionPolicyView[]> {
    const stored = await this.queryRunner.rows<StoredPolicy>(sql`
      select id, kind, days, enabled, updated_by_id as "updatedById", updated_at as "updatedAt", version
        from retention_policies where kind = any(${kinds.map(({ kind }) => kind)}::varchar[])`);
    return kinds.flatMap(({ kind, description, defaultDays, minimumDays }) => {
      const policy = stored.find((row) => row.kind === kind);
      return policy ? [{ ...policy, description, defaultDays, minimumDays }] : [];
    });
  }
}
