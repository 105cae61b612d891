import { Injectable } from '@nestjs/common';
import { HoldsQueries } from '../holds/holds.queries.js';
import { RetentionPorts } from '../retention-ports.js';
import type { ErasurePreviewView, ErasureSubject } from './erasures.dto.js';
import { Finding } from './finding.js';
import { soughtIn } from './subject.js';

/** What there is of a person. */
@Injectable()
export class ErasurePreview {
  constructor(
    private readonly finding: Finding,
    private readonly holds: HoldsQueries,
    private readonly ports: RetentionPorts,
  ) {}

  async of(subject: ErasureSubject): Promise<ErasurePreviewView> {
    const sought = soughtIn(subject);
    const found = await this.finding.of(sought, { lock: false });
    const isHeld =
      found.some(({ held }) => held.length > 0) ||
      (sought.email !== null && (await this.holds.isPersonHeld(sought.email)));
    return {
      records: found.map(({ resource, free, held }) => ({ resource, found: free.length, held: held.length })),
      copies: this.ports.traces.map(({ resource }) => resource),
      isHeld,
    };
  }
}
