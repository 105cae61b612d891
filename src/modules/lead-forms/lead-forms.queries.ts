import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { fixed, Reader } from '../../platform/database/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import { visibleTo } from '../../platform/sight/index.js';
import { leadBelonging } from '../leads/index.js';
import type { LeadFormQuery, LeadFormView } from './lead-forms.dto.js';
import { leadFormColumns, leadFormFields, submissionColumns, submissionFields } from './lead-forms.fields.js';
import { OUTCOMES, type Outcome } from './submissions/outcome.js';
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

/** A submission that became a lead tells what the lead tells: it is for those who see the lead. Forms' statistics count all. */
function sees(actor: Actor): RawBuilder<unknown>[] {
  const lead = visibleTo(actor, leadBelonging);
  return lead.length === 0
    ? []
    : [
        sql`(s.outcome <> 'accepted' or exists (select 1 from leads l where l.id = s.lead_id and ${sql.join(lead, sql` and `)}))`,
      ];
}

const nobody = () => ({ userId: '', now: new Date() });

interface OutcomeRow {
  readonly outcome: Outcome;
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
    columns: fixed(sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`))),
  };
}

/** Reads of forms and of what came in through them. Forms belong to nobody: whoever may see one sees all. */
@Injectable()
export class LeadFormsQueries {
  private made: Forms | undefined;

  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly address: PublicAddress,
  ) {}

  // The address is known for certain only once the server listens.
  private get forms(): Forms {
    const { url } = this.address;
    if (this.made?.publicUrl !== url) this.made = formsAt(url);
    return this.made;
  }

  list({ limit = 25, cursor, count = 'none', sort, deleted, ...filters }: LeadFormQuery): Promise<Page<LeadFormView>> {
    const filter = simpleFilter({ ...filters }, leadFormFields);
    return this.lists.page<LeadFormView>(this.forms.source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, leadFormFields, ['-createdAt']),
      context: nobody(),
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string, { deleted = 'no' }: { readonly deleted?: 'no' | 'any' } = {}): Promise<LeadFormView> {
    const living = deleted === 'no' ? sql` and f.deleted_at is null` : sql``;
    const form = await this.reader.row<LeadFormView>(
      sql`select ${this.forms.columns} from lead_forms f where f.id = ${id}${living}`,
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
      where: [sql`s.form_id = ${id}::uuid`, ...sees(actor)],
      limit,
      count,
      sort: parseSort(sort, submissionFields, ['-receivedAt']),
      context: nobody(),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async stats(id: string, { days = 30 }: SubmissionStatsQuery): Promise<SubmissionStatsView> {
    await this.get(id);
    const rows = await this.reader.rows<OutcomeRow>(sql`
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
