import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Gone, NotFound } from '../../../kernel/errors.js';
import { beyondSight, Reader } from '../../../platform/database/index.js';
import { digestOf, type Standing, type Step } from './conversion-journal.js';
import { ConversionTargets, type TargetRecord } from './conversion-targets.js';
import { TARGETS, type TargetName } from './conversion.dto.js';
import { fieldOf } from './target-writes.js';

/** Something that happened since a conversion, and stands in the way of taking it back. */
export interface Trace {
  readonly target: TargetName;
  readonly id: string;
  readonly code: 'changed' | 'field-changed' | 'gone' | 'linked';
  readonly field?: string;
  /** Of what is linked now: where it is. */
  readonly resource?: string;
}

/** Whatever names a company, a contact or a deal, by resource and column. */
const LINKS: Readonly<Record<TargetName, readonly (readonly [resource: string, column: string])[]>> = {
  company: [
    ['contacts', 'company_id'],
    ['deals', 'company_id'],
    ['activities', 'company_id'],
    ['leads', 'converted_company_id'],
    ['companies', 'merged_into_id'],
  ],
  contact: [
    ['deals', 'contact_id'],
    ['activities', 'contact_id'],
    ['leads', 'converted_contact_id'],
    ['contacts', 'merged_into_id'],
  ],
  deal: [
    ['activities', 'deal_id'],
    ['leads', 'converted_deal_id'],
  ],
};

/** What became of what a lead became. */
@Injectable()
export class ConversionTraces {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly reader: Reader,
  ) {}

  /** The records are locked: what is found holds. */
  async of(actor: Actor, leadId: string, { id, targets }: Standing): Promise<Trace[]> {
    const traces: Trace[] = [];
    const own = [leadId, ...Object.values(targets).map((step) => step.id)];
    for (const name of TARGETS) {
      const step = targets[name];
      if (!step) continue;
      await this.targets.lock(name, step.id);
      traces.push(
        ...(await this.ofRecord(actor, name, step)),
        ...(step.made ? await this.ofLinks(name, step.id, own, id) : []),
      );
    }
    return traces;
  }

  private async ofRecord(actor: Actor, target: TargetName, { id, made, version, filled }: Step): Promise<Trace[]> {
    const record = await this.find(actor, target, id);
    if (!record) return [{ target, id, code: 'gone' }];
    if (made) return record.version === version ? [] : [{ target, id, code: 'changed' }];
    return Object.entries(filled)
      .filter(([field, digest]) => digestOf(fieldOf(record, field)) !== digest)
      .map(([field]) => ({ target, id, code: 'field-changed' as const, field }));
  }

  /** One that is deleted, or out of the actor's sight by now, is gone for them. */
  private async find(actor: Actor, name: TargetName, id: string): Promise<TargetRecord | undefined> {
    try {
      return await this.targets.get(actor, name, id);
    } catch (error) {
      if (error instanceof NotFound || error instanceof Gone) return undefined;
      throw error;
    }
  }

  private async ofLinks(
    target: TargetName,
    id: string,
    own: readonly string[],
    conversionId: string,
  ): Promise<Trace[]> {
    const found = LINKS[target].map(
      ([resource, column]) => sql`
      select ${sql.lit(resource)} as resource where exists (select from ${sql.table(resource)} r where r.${sql.ref(column)} = ${id}::uuid and r.id <> all(${[...own]}::uuid[])
        ${resource === 'activities' ? sql`and not exists (select from lead_conversion_activities c where c.conversion_id = ${conversionId}::uuid and c.activity_id = r.id)` : sql``})`,
    );
    const rows = await beyondSight(() => this.reader.rows<{ resource: string }>(sql.join(found, sql` union all `)));
    return rows.map(({ resource }) => ({ target, id, code: 'linked', resource }));
  }
}
