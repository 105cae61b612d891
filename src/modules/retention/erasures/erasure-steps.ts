import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { lineOf, type ErasureLine, type DataSubject, type RecordRef } from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { Removal } from '../removal.js';
import { RetentionPorts } from '../retention-ports.js';
import { ErasureSearch, type FoundRecords } from './erasure-search.js';

export const RECORDS_STEP = 'records';

interface Request {
  readonly email: string | null;
  readonly phone: string | null;
  readonly records: readonly RecordRef[] | null;
  readonly done: readonly string[];
}

/**
 * Steps of an erasure. Each step stores its result in the request, so an interrupted erasure continues without loss.
 */
@Injectable()
export class ErasureSteps {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly removal: Removal,
    private readonly ports: RetentionPorts,
    private readonly search: ErasureSearch,
  ) {}

  get names(): string[] {
    return [RECORDS_STEP, ...this.ports.references.map(({ resource }) => resource)];
  }

  async take(id: string, step: string, signal: AbortSignal): Promise<void> {
    if (step === RECORDS_STEP) return this.removeRecords(id);
    const request = await this.read(id);
    const references = this.ports.references.find(({ resource }) => resource === step);
    if (!request || !references || request.done.includes(step)) return;
    const line = await references.erase(personOf(request), signal);
    await this.removal.whileHoldsStand(() => this.write(id, step, [line]));
  }

  /** Uses one transaction. Linked records are removed before their lead, and nothing can be added to a locked lead. */
  private removeRecords(id: string): Promise<void> {
    return this.removal.whileHoldsStand(async () => {
      const request = await this.read(id, true);
      if (!request || request.done.includes(RECORDS_STEP)) return;
      const found = await this.search.findFor(request, { lock: true });
      const own = freeOf(found);
      const copies = await this.clearCopies(own);
      const lines: ErasureLine[] = copiedLines(copies);
      for (const port of this.ports.records.toReversed()) {
        const { free = [], held = [] } = found.find(({ resource }) => resource === port.resource) ?? {};
        lines.push(
          lineOf(port.resource, {
            removed: free.length > 0 ? await port.erase(free) : 0,
            ...(held.length > 0 && { retained: held.length, reason: 'legal-hold' }),
          }),
        );
      }
      const changed = JSON.stringify([...own, ...copies]);
      await this.queryRunner.rows(sql`update erasure_requests set records = ${changed}::jsonb where id = ${id}::uuid`);
      await this.write(id, RECORDS_STEP, lines.toReversed());
    });
  }

  private async clearCopies(records: readonly RecordRef[]): Promise<RecordRef[]> {
    const cleared: RecordRef[] = [];
    for (const port of this.ports.copies) cleared.push(...(await port.clear(records)));
    return cleared;
  }

  private read(id: string, lock = false): Promise<Request | undefined> {
    return this.queryRunner.row<Request>(
      sql`select email, phone, records, steps_done as done from erasure_requests
        where id = ${id}::uuid ${lock ? sql`for update` : sql``}`,
    );
  }

  private async write(id: string, step: string, lines: readonly ErasureLine[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update erasure_requests set status = 'running', steps_done = steps_done || ${step}::text, report = report
        || ${JSON.stringify(lines)}::jsonb where id = ${id}::uuid and not (${step}::text = any(steps_done))`);
  }
}

/** Returns one line per record type, in the reverse order of the report. */
const copiedLines = (copies: readonly RecordRef[]): ErasureLine[] =>
  [...new Set(copies.map(({ resource }) => resource))]
    .toReversed()
    .map((resource) => lineOf(resource, { anonymised: copies.filter((copy) => copy.resource === resource).length }));

const freeOf = (found: readonly FoundRecords[]): RecordRef[] =>
  found.flatMap(({ resource, free }) => free.map((id) => ({ resource, id })));
const personOf = ({ email, phone, records }: Request): DataSubject => ({ email, phone, records: records ?? [] });
