import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, NotFound } from '../../../kernel/errors.js';
import { CompaniesQueries } from '../../companies/index.js';

/** The company that a contact names. */
@Injectable()
export class ContactCompany {
  constructor(private readonly companies: CompaniesQueries) {}

  /** One out of sight, or deleted, is a mistake in the body. */
  async require(actor: Actor, companyId: string, pointer = '#/companyId'): Promise<void> {
    if (await this.isThere(actor, companyId)) return;
    throw invalidAt(pointer, 'unknown-company', 'there is no company with this id, or you may not see it');
  }

  async isThere(actor: Actor, companyId: string): Promise<boolean> {
    try {
      await this.companies.get(actor, companyId);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
}
