import { Injectable } from '@nestjs/common';
import { Settings } from '../../settings/index.js';
import { HoldsQueries } from '../holds/holds.queries.js';
import { RetentionPorts } from '../retention-ports.js';
import type { ErasurePreviewView, ErasureSubject } from './erasures.dto.js';
import { ErasureSearch } from './erasure-search.js';
import { identifiersOf, type PersonIdentifiers } from './subject.js';

/** Counts the records of a person without erasing them. */
@Injectable()
export class ErasurePreview {
  constructor(
    private readonly search: ErasureSearch,
    private readonly holds: HoldsQueries,
    private readonly ports: RetentionPorts,
    private readonly settings: Settings,
  ) {}

  async identifiersOf(subject: ErasureSubject): Promise<PersonIdentifiers> {
    return identifiersOf(subject, await this.settings.get('default_country'));
  }

  async create(subject: ErasureSubject): Promise<ErasurePreviewView> {
    const identifiers = await this.identifiersOf(subject);
    const found = await this.search.findFor(identifiers, { lock: false });
    const isHeld =
      found.some(({ held }) => held.length > 0) ||
      (identifiers.email !== null && (await this.holds.isPersonHeld(identifiers.email)));
    return {
      records: found.map(({ resource, free, held }) => ({ resource, found: free.length, held: held.length })),
      copies: this.ports.references.map(({ resource }) => resource),
      isHeld,
    };
  }
}
