import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { BulkRunner, requirePermission } from '../../../platform/records/index.js';
import type { CompanyView } from '../companies.dto.js';
import { companyKind } from '../companies.queries.js';
import { CompaniesService } from '../companies.service.js';
import type { CompanyBulk, CompanyBulkView, CompanyOperation } from './company-bulk.dto.js';

interface Done {
  readonly status: number;
  readonly record: CompanyView | null;
}

const CHOICES = ['create', 'update', 'assign', 'remove', 'restore'] as const;

/** Many operations on companies in one request. */
@Injectable()
export class CompanyBulkService {
  constructor(
    private readonly runner: BulkRunner,
    private readonly companies: CompaniesService,
  ) {}

  async run(actor: Actor, { operations, atomic = true }: CompanyBulk): Promise<CompanyBulkView> {
    const results = await this.runner.run(companyKind, operations, atomic, {
      choices: CHOICES,
      idsOf,
      perform: (operation) => this.perform(actor, operation),
    });
    return { results: results.map(({ status, record, problem }) => ({ status, company: record, problem })) };
  }

  private async perform(actor: Actor, { create, update, assign, remove, restore }: CompanyOperation): Promise<Done> {
    if (create) {
      requirePermission(actor, 'companies:create');
      return { status: 201, record: await this.companies.create(actor, create) };
    }
    if (remove) {
      requirePermission(actor, 'companies:delete');
      await this.companies.remove(actor, remove.id);
      return { status: 204, record: null };
    }
    if (update) return done(await this.companies.update(actor, update.id, update.changes, update.version));
    if (assign) return done(await this.companies.assign(actor, assign.id, assign));
    if (restore) return done(await this.companies.restore(actor, restore.id));
    throw new Error('An operation without content passed the check');
  }
}

const done = (record: CompanyView): Done => ({ status: 200, record });
const idsOf = ({ update, assign, remove, restore }: CompanyOperation): string[] =>
  [update, assign, remove, restore].flatMap((part) => part?.id ?? []);
