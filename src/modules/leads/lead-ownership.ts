import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../kernel/events.js';
import { OwnsRecords } from '../../kernel/ownership.js';
import { Database, Reader } from '../../platform/database/index.js';
import { RecordOwnership, Records } from '../../platform/records/index.js';
import { LeadScore } from './lead-score.js';
import type { LeadView } from './leads.dto.js';
import { leadAssigned } from './leads.events.js';
import { leadKind } from './leads.queries.js';

/** Leads as something that people own. */
@OwnsRecords()
@Injectable()
export class LeadOwnership extends RecordOwnership<LeadView> {
  protected readonly kind = leadKind;
  protected readonly assigned = leadAssigned;

  constructor(
    database: Database,
    reader: Reader,
    events: Events,
    records: Records,
    private readonly score: LeadScore,
  ) {
    super({ database, reader, events, records });
  }

  /** With what follows from it: rules of the score may ask for the owner. */
  protected override async assign(leads: readonly LeadView[], toId: string): Promise<void> {
    const rows = [];
    for (const lead of leads) {
      const { score, scoreReasons } = await this.score.of({ ...lead, ownerId: toId });
      rows.push({ id: lead.id, score, reasons: scoreReasons });
    }
    await this.reader.rows(sql`
      update leads l set owner_id = ${toId}::uuid, score = given.score, score_reasons = given.reasons, updated_at = now(), version = l.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, score smallint, reasons jsonb) where l.id = given.id`);
  }
}
