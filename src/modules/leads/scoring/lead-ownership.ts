import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords } from '../../../kernel/records/ownership.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { RecordOwnership, Records } from '../../../platform/records/index.js';
import { leadType } from '../lead.type.js';
import type { LeadView } from '../leads.dto.js';
import { LeadScore } from './lead-score.js';

@OwnsRecords()
@Injectable()
export class LeadOwnership extends RecordOwnership<LeadView> {
  protected readonly type = leadType;

  constructor(
    database: Database,
    queryRunner: QueryRunner,
    events: Events,
    records: Records,
    private readonly score: LeadScore,
  ) {
    super({ database, queryRunner, events, records });
  }

  /** Calculates the scores again, because scoring rules can depend on the owner. */
  protected override async assign(leads: readonly LeadView[], toId: string): Promise<void> {
    const rows = [];
    for (const lead of leads) {
      const { score, scoreReasons } = await this.score.calculate({ ...lead, ownerId: toId });
      rows.push({ id: lead.id, score, reasons: scoreReasons });
    }
    await this.queryRunner.rows(sql`
      update leads l set owner_id = ${toId}::uuid, score = given.score, score_reasons = given.reasons, updated_at
        = now(), version = l.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, score smallint, reasons jsonb)
        where l.id = given.id`);
  }
}
