import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { changeBetween } from '../../kernel/change.js';
import { Events } from '../../kernel/events.js';
import { OwnsRecords, type OwnedRecords } from '../../kernel/ownership.js';
import { Database, fixed, Reader } from '../../platform/database/index.js';
import { LeadScore } from './lead-score.js';
import type { LeadView } from './leads.dto.js';
import { leadAssigned } from './leads.events.js';
import { leadColumns } from './leads.fields.js';

const columns = fixed(sql.join(Object.entries(leadColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));

/** Leads as something that people own: each is handed over as an assignment, many in one transaction. */
@OwnsRecords()
@Injectable()
export class LeadOwnership implements OwnedRecords {
  readonly resource = 'leads';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly events: Events,
    private readonly score: LeadScore,
  ) {}

  async count(ownerId: string): Promise<number> {
    const row = await this.reader.row<{ count: number }>(sql`select count(*)::int as count from leads where owner_id = ${ownerId}::uuid and deleted_at is null`);
    return row?.count ?? 0;
  }

  async countOfTeam(teamId: string): Promise<number> {
    const row = await this.reader.row<{ count: number }>(sql`select count(*)::int as count from leads where team_id = ${teamId}::uuid and deleted_at is null`);
    return row?.count ?? 0;
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    return this.database.write(async () => {
      const locked = await this.reader.rows<{ id: string }>(sql`select id from leads where owner_id = ${fromId}::uuid and deleted_at is null order by id limit ${sql.lit(limit)} for update`);
      const ids = locked.map(({ id }) => id);
      const before = await this.views(ids);
      await this.assign(before, toId);
      const after = new Map((await this.views(ids)).map((lead) => [lead.id, lead]));
      for (const lead of before) this.events.record(leadAssigned, lead.id, changeBetween(lead, after.get(lead.id) ?? lead));
      return ids.length;
    });
  }

  /** With what follows from it: rules of the score may ask for the owner. */
  private async assign(leads: readonly LeadView[], toId: string): Promise<void> {
    const rows = [];
    for (const lead of leads) {
      const { score, scoreReasons } = await this.score.of({ ...lead, ownerId: toId });
      rows.push({ id: lead.id, score, reasons: scoreReasons });
    }
    await this.reader.rows(sql`
      update leads l set owner_id = ${toId}::uuid, score = given.score, score_reasons = given.reasons, updated_at = now(), version = l.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, score smallint, reasons jsonb) where l.id = given.id`);
  }

  private views(ids: readonly string[]): Promise<LeadView[]> {
    return this.reader.rows<LeadView>(sql`select ${columns} from leads l where l.id = any(${[...ids]}::uuid[]) order by l.id`);
  }
}
