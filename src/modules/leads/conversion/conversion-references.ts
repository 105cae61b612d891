import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { GoneError, NotFoundError } from '../../../kernel/errors.js';
import { withoutVisibility, QueryRunner } from '../../../platform/database/index.js';
import { NamingLinks } from '../../../platform/records/index.js';
import { checksumOf, type Standing, type ConversionStep } from './conversion-journal.js';
import { ConversionTargets, type TargetRecord } from './targets/conversion-targets.js';
import { TARGETS, type TargetName } from './conversion.dto.js';
import { fieldOf } from './targets/target-writes.js';

/** A change since the conversion that prevents undoing it. */
export interface ConversionReference {
  readonly target: TargetName;
  readonly id: string;
  readonly code: 'changed' | 'field-changed' | 'gone' | 'linked';
  readonly field?: string;
  /** Record type of the linking record; only for `linked`. */
  readonly resource?: string;
}

/** Finds changes to the converted records and new links to the created records. */
@Injectable()
export class ConversionReferences {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly queryRunner: QueryRunner,
    private readonly naming: NamingLinks,
  ) {}

  /** Locks the records, so that the result stays valid until the transaction ends. */
  async list(actor: Actor, leadId: string, { id, targets }: Standing): Promise<ConversionReference[]> {
    const references: ConversionReference[] = [];
    const own = [leadId, ...Object.values(targets).map((step) => step.id)];
    for (const name of TARGETS) {
      const step = targets[name];
      if (!step) continue;
      await this.targets.lock(name, step.id);
      references.push(
        ...(await this.ofRecord(actor, name, step)),
        ...(step.created ? await this.ofLinks(name, step.id, own, id) : []),
      );
    }
    return references;
  }

  private async ofRecord(
    actor: Actor,
    target: TargetName,
    { id, created, version, filled }: ConversionStep,
  ): Promise<ConversionReference[]> {
    const record = await this.find(actor, target, id);
    if (!record) return [{ target, id, code: 'gone' }];
    if (created) return record.version === version ? [] : [{ target, id, code: 'changed' }];
    return Object.entries(filled)
      .filter(([field, digest]) => checksumOf(fieldOf(record, field)) !== digest)
      .map(([field]) => ({ target, id, code: 'field-changed' as const, field }));
  }

  /** Returns undefined if the record is deleted or the actor cannot see it. */
  private async find(actor: Actor, name: TargetName, id: string): Promise<TargetRecord | undefined> {
    try {
      return await this.targets.get(actor, name, id);
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof GoneError) return undefined;
      throw error;
    }
  }

  private async ofLinks(
    target: TargetName,
    id: string,
    own: readonly string[],
    conversionId: string,
  ): Promise<ConversionReference[]> {
    const { table, merged } = this.targets.desk(target).kind;
    const naming = (await this.naming.to(table)).map((link) => ({ table: link.table, rows: link.rowsOf([id]) }));
    if (merged)
      naming.push({
        table,
        rows: sql`select id from ${sql.table(table)} where ${sql.ref(merged.column)} = ${id}::uuid`,
      });
    const found = naming.map(
      ({ table, rows }) => sql`
      select ${sql.lit(table)}::text as resource where exists (select from (${rows}) r
        where r.id <> all(${[...own]}::uuid[])
        ${
          table === 'activities'
            ? sql`and not exists (select from lead_conversion_activities c
          where c.conversion_id = ${conversionId}::uuid and c.activity_id = r.id)`
            : sql``
        })`,
    );
    const rows = await withoutVisibility(() =>
      this.queryRunner.rows<{ resource: string }>(sql.join(found, sql` union `)),
    );
    return rows.map(({ resource }) => ({ target, id, code: 'linked', resource }));
  }
}
