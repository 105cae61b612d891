import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { precompiled, QueryRunner } from '../../platform/database/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import { visibleTo } from '../../platform/visibility/index.js';
import { leadType } from '../leads/index.js';
import type { LeadFormQuery, LeadFormView } from './lead-forms.dto.js';
import { leadFormColumns, leadFormFields, submissionColumns, submissionFields } from './lead-forms.fields.js';
import { OUTCOMES, type SubmissionResult } from './submissions/outcome.js';
import type {
  SubmissionQuery,
  SubmissionStatsQuery,
  SubmissionStatsView,
  SubmissionView,
} from './submissions/submissions.dto.js';

const submissionSource: RecordSource = {
  resource: 'lead-form-submissions',
  from: sql`lead_form_submissions s`,
  id: sql.ref('s.id'),
  fields: submissionFields,
  columns: submissionColumns,
  live: sql`true`,
};

/**
 * An accepted submission contains the data of its lead, so the actor must be able to see the lead. The statistics of a
 * form count all submissions.
 */
function canSee(actor: Actor | null): RawBuilder<unknown>[] {
  const lead = visibleTo(actor, leadType.ownershipColumns);
  return lead.length === 0
    ? []
    : [
        sql`(s.outcome <> 'accepted' or exists (select 1 from leads l where l.id = s.lead_id
          and ${sql.join(lead, sql` and `)}))`,
      ];
}

const systemContext = () => ({ userId: '', now: new Date() });

interface OutcomeRow {
  readonly outcome: SubmissionResult;
  readonly count: number;
  readonly last: string;
}

interface Forms {
  readonly publicUrl: string;
  readonly source: RecordSource;
  readonly columns: RawBuilder<unknown>;
}

function formsAt(publicUrl: string): Forms {
  const columns = leadFormColumns(publicUrl);
  return {
    publicUrl,
    source: {
      resource: 'lead-forms',
      from: sql`lead_forms f`,
      id: sql.ref('f.id'),
      fields: leadFormFields,
      columns,
      live: sql`f.deleted_at is null`,
      deleted: sql`f.deleted_at is not null`,
    },
    columns: precompiled(sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`))),
  };
}

/** Reads forms and submissions. Forms have no owner: a user with the read permission sees all forms. */
@Injectable()
export class LeadFormsQueries {
  private cached: Forms | undefined;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly address: PublicAddress,
  ) {}

  // The public address is certain only after the server has started to listen.
  private get forms(): Forms {
    const { url } = this.address;
    if (this.cached?.publicUrl !== url) this.cached = formsAt(url);
    return this.cached;
  }

  list({ limit = 25, cursor, count = 'none', sort, deleted, ...filters }: LeadFormQuery): Promise<Page<LeadFormView>> {
    const filter = simpleFilter({ ...filters }, leadFormFields);
    return this.lists.page<LeadFormView>(this.forms.source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, leadFormFields, ['-createdAt']),
      context: systemContext(),
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string, { deleted = 'no' }: { readonly deleted?: 'no' | 'any' } = {}): Promise<LeadFormView> {
    const active = deleted === 'no' ? sql` and f.deleted_at is null` : sql``;
    const form = await this.queryRunner.row<LeadFormView>(
      sql`select ${this.forms.columns} from lead_forms f where f.id = ${id}${active}`,
    );
    if (!form) throw notFound('lead-form');
    return form;
  }

  async submissions(
    actor: Actor,
    id: string,
    { limit = 25, cursor, count = 'none', sort, ...filters }: SubmissionQuery,
  ): Promise<Page<SubmissionView>> {
    await this.get(id);
    const filter = simpleFilter({ ...filters }, submissionFields);
    return this.lists.page<SubmissionView>(submissionSource, {
      where: [sql`s.form_id = ${id}::uuid`, ...canSee(actor)],
      limit,
      count,
      sort: parseSort(sort, submissionFields, ['-receivedAt']),
      context: systemContext(),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  /** `actor` is null if the visibility was checked before. */
  async submission(actor: Actor | null, formId: string, id: string): Promise<SubmissionView> {
    const columns = sql.join(
      Object.entries(submissionColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`),
    );
    const found = await this.queryRunner.row<SubmissionView>(sql`
      select ${columns} from lead_form_submissions s
        where ${sql.join([sql`s.id = ${id}::uuid and s.form_id = ${formId}::uuid`, ...canSee(actor)], sql` and `)}`);
    if (!found) throw notFound('lead-form-submission');
    return found;
  }

  async stats(id: string, { days = 30 }: SubmissionStatsQuery): Promise<SubmissionStatsView> {
    await this.get(id);
    const rows = await this.queryRunner.rows<OutcomeRow>(sql`
      select outcome, count(*) as count, max(received_at) as last from lead_form_submissions
      where form_id = ${id}::uuid and received_at >= now() - make_interval(days => ${days}::int) group by outcome`);
    const byOutcome = OUTCOMES.map((outcome) => ({
      outcome,
      count: rows.find((row) => row.outcome === outcome)?.count ?? 0,
    }));
    const total = byOutcome.reduce((sum, { count }) => sum + count, 0);
    return { total, byOutcome, lastAcceptedAt: rows.find(({ outcome }) => outcome === 'accepted')?.last ?? null };
  }
}
