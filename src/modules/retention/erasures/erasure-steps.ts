import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { lineOf, type ErasureLine, type Person, type RecordRef } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { Removal } from '../removal.js';
import { RetentionPorts } from '../retention-ports.js';
import { Finding, type Found } from './finding.js';

export const RECORDS_STEP = 'records';

interface Request {
  readonly email: string | null;
  readonly phone: string | null;
  readonly records: readonly RecordRef[] | null;
  readonly done: readonly string[];
}

/** The steps of one erasure. Each writes into the request that it is done, and what it did: killed at any moment, none is lost. */
@Injectable()
export class ErasureSteps {
  constructor(
    private readonly reader: Reader,
    private readonly removal: Removal,
    private readonly ports: RetentionPorts,
    private readonly finding: Finding,
  ) {}

  get names(): string[] {
    return [RECORDS_STEP, ...this.ports.traces.map(({ resource }) => resource)];
  }

  async take(id: string, step: string, signal: AbortSignal): Promise<void> {
    if (step === RECORDS_STEP) return this.removeRecords(id);
    const request = await this.read(id);
    const traces = this.ports.traces.find(({ resource }) => resource === step);
    if (!request || !traces || request.done.includes(step)) return;
    const line = await traces.erase(personOf(request), signal);
    await this.removal.whileHoldsStand(() => this.write(id, step, [line]));
  }

  /** All in one transaction: what is on a lead goes before it, and nobody adds to a lead that is being removed. */
  private removeRecords(id: string): Promise<void> {
    return this.removal.whileHoldsStand(async () => {
      const request = await this.read(id, true);
      if (!request || request.done.includes(RECORDS_STEP)) return;
      const found = await this.finding.of(request, { lock: true });
      const lines: ErasureLine[] = [];
      for (const port of this.ports.records.toReversed()) {
        const { free = [], held = [] } = found.find(({ resource }) => resource === port.resource) ?? {};
        lines.push(
          lineOf(port.resource, {
            removed: free.length > 0 ? await port.erase(free) : 0,
            ...(held.length > 0 && { kept: held.length, reason: 'legal-hold' }),
          }),
        );
      }
      await this.reader.rows(
        sql`update erasure_requests set records = ${JSON.stringify(freeOf(found))}::jsonb where id = ${id}::uuid`,
      );
      await this.write(id, RECORDS_STEP, lines.toReversed());
    });
  }

  private read(id: string, lock = false): Promise<Request | undefined> {
    return this.reader.row<Request>(
      sql`select email, phone, records, steps_done as done from erasure_requests where id = ${id}::uuid ${lock ? sql`for update` : sql``}`,
    );
  }

  private async write(id: string, step: string, lines: readonly ErasureLine[]): Promise<void> {
    await this.reader.rows(sql`
      update erasure_requests set status = 'running', steps_done = steps_done || ${step}::text, report = report || ${JSON.stringify(lines)}::jsonb where id = ${id}::uuid and not (${step}::text = any(steps_done))`);
  }
}

const freeOf = (found: readonly Found[]): RecordRef[] =>
  found.flatMap(({ resource, free }) => free.map((id) => ({ resource, id })));
const personOf = ({ email, phone, records }: Request): Person => ({ email, phone, records: records ?? [] });
