import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Conflict, invalidAt } from '../../kernel/errors.js';
import { currentUnit } from '../../platform/database/index.js';
import { RecordWrites, rowFrom, type RecordAssignment } from '../../platform/records/index.js';
import type { CompanyCreate, CompanyUpdate, CompanyUpsert, CompanyView } from './companies.dto.js';
import {
  companyAssigned,
  companyCreated,
  companyDeleted,
  companyPurged,
  companyRestored,
  companyUpdated,
} from './companies.events.js';
import { COMPANY_COLUMNS } from './companies.fields.js';
import { companyKind } from './companies.queries.js';
import { CompanyChanges } from './drafts/company-changes.js';
import { CompanyDrafts } from './drafts/company-drafts.js';

/** What can be done with companies. Every change is one transaction: the company, its event, and what follows from it. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly writes: RecordWrites,
    private readonly drafts: CompanyDrafts,
    private readonly changes: CompanyChanges,
  ) {}

  /** One statement: the company and its event. */
  async create(actor: Actor | null, input: CompanyCreate): Promise<CompanyView> {
    const company = await this.drafts.make(actor, input);
    try {
      return await this.insert(actor, company);
    } catch (error) {
      // Nobody asked for the domain of the website, and since we looked it is another's.
      if (input.domain !== undefined || company.domain === null || currentUnit() || !isDomainTaken(error)) throw error;
      return this.insert(actor, { ...company, domain: null });
    }
  }

  update(actor: Actor, id: string, wanted: CompanyUpdate, version?: number): Promise<CompanyView> {
    return this.writes.change(companyKind, actor, id, {
      version,
      wanted,
      event: companyUpdated,
      apply: (company) => this.changes.apply(company, wanted),
    });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<CompanyView> {
    return this.writes.change(companyKind, actor, id, {
      version,
      event: companyAssigned,
      apply: (company, _, em) => this.changes.assign(company, to, em),
    });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.writes.change(companyKind, actor, id, {
      version,
      event: companyDeleted,
      apply: (company) => company.remove(),
    });
  }

  restore(actor: Actor, id: string): Promise<CompanyView> {
    return this.writes.change(companyKind, actor, id, {
      deleted: true,
      event: companyRestored,
      apply: (company) => company.restore(),
    });
  }

  /** Removes the company for good. Its contacts and deals stay, without a company. */
  purge(actor: Actor, id: string): Promise<void> {
    return this.writes.purge(companyKind, actor, id, companyPurged);
  }

  /** Creates the company that another system knows by this id, or updates it: its owner and team stay as they are. */
  upsert(
    actor: Actor,
    source: string,
    externalId: string,
    input: CompanyUpsert,
  ): Promise<{ record: CompanyView; made: boolean }> {
    const { ownerId: _owner, teamId: _team, ...wanted } = input;
    return this.writes.upsert(
      companyKind,
      source,
      externalId,
      () => this.create(actor, { ...named(input), externalIds: { ...input.externalIds, [source]: externalId } }),
      (id) => this.update(actor, id, wanted),
    );
  }

  private insert(actor: Actor | null, company: CompanyView): Promise<CompanyView> {
    return this.writes.create(companyKind, actor, rowFrom(COMPANY_COLUMNS, company), companyCreated, company);
  }
}

const isDomainTaken = (error: unknown): boolean => error instanceof Conflict && error.code === 'company-domain-taken';

function named({ name, ...input }: CompanyUpsert): CompanyCreate {
  if (name === undefined) throw invalidAt('#/name', 'required', 'a company that is not there yet needs a name');
  return { ...input, name };
}
