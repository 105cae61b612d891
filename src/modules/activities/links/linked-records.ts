import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, NotFound } from '../../../kernel/errors.js';
import { CompaniesQueries } from '../../companies/index.js';
import { ContactsQueries } from '../../contacts/index.js';
import { DealsQueries } from '../../deals/index.js';
import { LeadsQueries } from '../../leads/index.js';
import { ALL_LINKS, type LinkName, type Links } from './activity-links.js';

interface Records {
  get(actor: Actor, id: string): Promise<unknown>;
}

/** The records that activities are on, as those see them who ask. */
@Injectable()
export class LinkedRecords {
  private readonly records: Readonly<Record<LinkName, Records>>;

  constructor(leads: LeadsQueries, companies: CompaniesQueries, contacts: ContactsQueries, deals: DealsQueries) {
    this.records = { lead: leads, company: companies, contact: contacts, deal: deals };
  }

  /** Of a path: what is out of sight is not found. */
  async require(actor: Actor, name: LinkName, id: string): Promise<void> {
    await this.records[name].get(actor, id);
  }

  /** Of a body: what is out of sight is a mistake in the body. What was linked before may stay. */
  async requireNamed(actor: Actor, wanted: Partial<Links>, before: Partial<Links> = {}): Promise<void> {
    for (const { name, property } of ALL_LINKS) {
      const id = wanted[property];
      if (!id || id === before[property]) continue;
      await this.records[name].get(actor, id).catch((error: unknown) => {
        throw error instanceof NotFound
          ? invalidAt(`#/${property}`, `unknown-${name}`, `there is no ${name} with this id, or you may not see it`)
          : error;
      });
    }
  }
}
