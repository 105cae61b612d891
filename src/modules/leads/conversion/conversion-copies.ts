import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events, type EventType } from '../../../kernel/events.js';
import type { Change } from '../../../kernel/change.js';
import { idsOf, KeepsPersonalCopies, type PersonalCopies, type RecordRef } from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { Records, type RecordKind, type RecordView } from '../../../platform/records/index.js';
import { companyType, companyEvents } from '../../companies/index.js';
import { dealType, dealEvents } from '../../deals/index.js';

/** Title of a deal that had the name of an erased person as its title. */
const ERASED_TITLE = 'Erased';

interface Cleared {
  readonly id: string;
  readonly copied: readonly string[];
  readonly fields: readonly string[];
}

/**
 * Erases the values of leads that conversions copied to companies and deals: phone number, message, and name as
 * title. Values that a user has changed since are not erased.
 */
@KeepsPersonalCopies()
@Injectable()
export class ConversionCopies implements PersonalCopies {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly records: Records,
    private readonly events: Events,
  ) {}

  async clear(records: readonly RecordRef[]): Promise<readonly RecordRef[]> {
    const leads = idsOf({ records }, 'leads');
    if (leads.length === 0) return [];
    const companies = await this.queryRunner.rows<Cleared>(clearedCompanies(leads));
    const deals = await this.queryRunner.rows<Cleared>(clearedDeals(leads));
    await this.report(companyType, companyEvents.updated, companies);
    await this.report(dealType, dealEvents.updated, deals);
    return [...refsOf('companies', companies), ...refsOf('deals', deals)];
  }

  /** The events contain no previous values, because the previous values are erased. */
  private async report<V extends RecordView>(
    kind: RecordKind<V>,
    event: EventType<Change<V>>,
    cleared: readonly Cleared[],
  ): Promise<void> {
    const fields = new Map(cleared.map((one) => [one.id, one.fields]));
    for (const object of await this.records.viewsOf(kind, [...fields.keys()])) {
      this.events.record(event, object.id, { object, previous: {}, changedFields: fields.get(object.id) ?? [] });
    }
  }
}

const refsOf = (resource: string, cleared: readonly Cleared[]): RecordRef[] =>
  cleared.map(({ id, copied }) => ({ resource, id, copied }));

const idOf = (target: string): RawBuilder<unknown> => sql`(c.targets -> ${sql.lit(target)} ->> 'id')::uuid`;
const CHANGED = sql`version = t.version + 1, updated_at = now()`;

/** Includes companies that the created company was merged into. */
const clearedCompanies = (leads: readonly string[]): RawBuilder<unknown> => sql`
  with recursive copied (id, phone) as (
    select ${idOf('company')}, l.phone from lead_conversions c join leads l on l.id = c.lead_id
    where l.id = any(${[...leads]}::uuid[]) and l.phone is not null and c.targets ? 'company'
    union select m.merged_into_id, copied.phone from copied join companies m on m.id = copied.id
    where m.merged_into_id is not null)
  update companies t set phone = null, phone_e164 = null, ${CHANGED}
  from (select distinct id, phone from copied) s
  where t.id = s.id and t.phone = s.phone and t.id not in (select id from held_companies where id is not null)
  returning t.id, array[s.phone] as copied, array['phone'] as fields`;

const clearedDeals = (leads: readonly string[]): RawBuilder<unknown> => sql`
  with copied as (
    select distinct on (d.id) d.id, l.name, l.message, l.message <> '' and d.description = l.message as has_message,
      l.company is null and d.title = l.name as has_name
    from lead_conversions c join leads l on l.id = c.lead_id join deals d on d.id = ${idOf('deal')}
    where l.id = any(${[...leads]}::uuid[])
      and (l.message <> '' and d.description = l.message or l.company is null and d.title = l.name)
    order by d.id, c.created_at)
  update deals t set description = case when s.has_message then '' else t.description end,
    title = case when s.has_name then ${ERASED_TITLE} else t.title end, ${CHANGED} from copied s
  where t.id = s.id and t.id not in (select id from held_deals where id is not null)
  returning t.id,
    array_remove(array[case when s.has_message then s.message end, case when s.has_name then s.name end], null)
      as copied,
    array_remove(array[case when s.has_message then 'description' end, case when s.has_name then 'title' end], null)
      as fields`;
