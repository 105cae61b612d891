import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { ConflictError, invalidAt } from '../../kernel/errors.js';
import { currentUnit } from '../../platform/database/index.js';
import {
  RecordCommands,
  RecordUpdater,
  RecordWrites,
  type RecordAssignment,
  type UpsertKey,
} from '../../platform/records/index.js';
import type { CompanyCreate, CompanyUpdate, CompanyUpsert, CompanyView } from './companies.dto.js';
import { companyEvents } from './companies.events.js';
import { companyType } from './company.type.js';
import { requireDomain } from './factory/company-domain.js';
import { CompanyFactory } from './factory/company-factory.js';

/** Writes companies. Each change is one transaction with its event and all dependent changes. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly commands: RecordCommands,
    private readonly writes: RecordWrites,
    private readonly factory: CompanyFactory,
    private readonly updater: RecordUpdater,
  ) {}

  /** Inserts the company and its event in one statement. */
  async create(actor: Actor | null, input: CompanyCreate): Promise<CompanyView> {
    try {
      return await this.insert(actor, input);
    } catch (error) {
      // Another company took the domain since the check. The client gave only the website, so the company gets no
      // domain.
      if (input.domain !== undefined || currentUnit() || !isDomainTaken(error)) throw error;
      return this.insert(actor, { ...input, domain: null });
    }
  }

  update(actor: Actor, id: string, patch: CompanyUpdate, version?: number): Promise<CompanyView> {
    return this.writes.change(companyType, actor, id, {
      version,
      patch,
      event: companyEvents.updated,
      apply: (company, _before, _em, { domain, ...input }) =>
        this.updater.applyPatch(companyType, company, {
          ...input,
          domain: typeof domain === 'string' ? requireDomain(domain) : domain,
        }),
    });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<CompanyView> {
    return this.commands.assign(companyType, actor, id, to, version);
  }

  remove(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.remove(companyType, actor, id, version);
  }

  restore(actor: Actor, id: string, version?: number): Promise<CompanyView> {
    return this.commands.restore(companyType, actor, id, version);
  }

  /** Deletes the company permanently. Its contacts and deals stay, without a company. */
  purge(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.purge(companyType, actor, id, version);
  }

  upsert(actor: Actor, key: UpsertKey, input: CompanyUpsert): Promise<{ record: CompanyView; created: boolean }> {
    return this.commands.upsert(companyType, key, input, {
      create: (company) => this.create(actor, named(company)),
      update: (id, company) => this.update(actor, id, company, key.version),
    });
  }

  private insert(actor: Actor | null, input: CompanyCreate): Promise<CompanyView> {
    return this.commands.create(companyType, actor, input, async (company) => ({
      record: await this.factory.create(actor, company),
    }));
  }
}

const isDomainTaken = (error: unknown): boolean =>
  error instanceof ConflictError && error.code === 'company-domain-taken';

function named({ name, ...input }: CompanyUpsert): CompanyCreate {
  if (name === undefined) throw invalidAt('#/name', 'required', 'a new company needs a name');
  return { ...input, name };
}
