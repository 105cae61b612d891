import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import type { ConvertedInto } from '../lead.entity.js';
import type { TargetName } from './conversion.dto.js';

/** The changes that a conversion made to one company, contact or deal. */
export interface ConversionStep {
  readonly id: string;
  readonly created: boolean;
  readonly version: number;
  /** Checksum of the filled value, by field. */
  readonly filled: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}
export type Steps = Readonly<Partial<Record<TargetName, ConversionStep>>>;

export interface Standing {
  readonly id: string;
  readonly targets: Steps;
}

export const checksumOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url');

/** Stores the changes of each conversion, so that the conversion can be undone. */
@Injectable()
export class ConversionJournal {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
  ) {}

  async write(actor: Actor, leadId: string, targets: Steps): Promise<string> {
    const id = newId();
    await this.database.insert(
      [{ table: 'lead_conversions', row: { id, lead_id: leadId, converted_by_id: actor.userId, targets } }],
      [],
    );
    return id;
  }

  standing(leadId: string): Promise<Standing | undefined> {
    return this.queryRunner.row<Standing>(
      sql`select id, targets from lead_conversions where lead_id = ${leadId}::uuid and reverted_at is null for update`,
    );
  }

  async close(actor: Actor, id: string): Promise<void> {
    await this.queryRunner.rows(
      sql`update lead_conversions set reverted_at = now(), reverted_by_id = ${actor.userId}::uuid
        where id = ${id}::uuid`,
    );
  }

  /** Sets the missing links of the lead's activities. Returns the number of activities of the lead. */
  async carryActivities(
    conversionId: string,
    leadId: string,
    { companyId, contactId, dealId }: ConvertedInto,
  ): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(sql`
      with chosen as materialized (
        select a.id, a.company_id is null and ${companyId}::uuid is not null as has_company, a.contact_id is null
          and ${contactId}::uuid is not null as has_contact, a.deal_id is null and ${dealId}::uuid is not null
          as has_deal
        from activities a where a.lead_id = ${leadId}::uuid order by a.id for update),
      moved as (
        update activities a set company_id = coalesce(a.company_id, ${companyId}::uuid), contact_id
          = coalesce(a.contact_id, ${contactId}::uuid), deal_id = coalesce(a.deal_id, ${dealId}::uuid), updated_at
          = now(), version = a.version + 1
        from chosen where a.id = chosen.id),
      noted as (insert into lead_conversion_activities (conversion_id, activity_id, has_company, has_contact, has_deal)
        select ${conversionId}::uuid, id, has_company, has_contact, has_deal from chosen returning 1)
      select count(*)::int as count from noted`);
    return row?.count ?? 0;
  }

  /** Removes the links that the conversion set, if they have not changed since. */
  async returnActivities(conversionId: string, { companyId, contactId, dealId }: ConvertedInto): Promise<void> {
    await this.queryRunner.rows(sql`
      update activities a set
        company_id = case when c.has_company then nullif(a.company_id, ${companyId}::uuid) else a.company_id end,
        contact_id = case when c.has_contact then nullif(a.contact_id, ${contactId}::uuid) else a.contact_id end,
        deal_id = case when c.has_deal then nullif(a.deal_id, ${dealId}::uuid) else a.deal_id end,
        updated_at = now(), version = a.version + 1
      from lead_conversion_activities c where c.conversion_id = ${conversionId}::uuid and a.id = c.activity_id`);
  }
}
