import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { withoutVisibility, QueryRunner } from '../../../platform/database/index.js';
import { RecordFactory } from '../../../platform/records/index.js';
import type { CompanyCreate, CompanyView } from '../companies.dto.js';
import { companyType } from '../company.type.js';
import { domainOfWebsite, requireDomain } from './company-domain.js';

/** Creates companies from input and defaults. Sets the domain. */
@Injectable()
export class CompanyFactory {
  constructor(
    private readonly factory: RecordFactory,
    private readonly queryRunner: QueryRunner,
  ) {}

  async create(actor: Actor | null, input: CompanyCreate): Promise<CompanyView> {
    return { ...(await this.factory.create(companyType, actor, input)), domain: await this.domainOf(input) };
  }

  /** Returns the given domain, or the domain of the website if no other company has this domain. */
  private async domainOf({ domain, website }: CompanyCreate): Promise<string | null> {
    if (domain !== undefined) return domain === null ? null : requireDomain(domain);
    const derived = website ? domainOfWebsite(website) : undefined;
    return derived && (await this.isFree(derived)) ? derived : null;
  }

  private async isFree(domain: string): Promise<boolean> {
    return (
      (await withoutVisibility(() =>
        this.queryRunner.row(sql`select 1 from companies c where c.domain = ${domain} and c.deleted_at is null`),
      )) === undefined
    );
  }
}
