import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import { may, type Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { sightOf } from '../../../platform/sight/index.js';

/** By field: the resource that it names, and one of them in words. */
const LINKS = {
  companyId: ['companies', 'company'],
  contactId: ['contacts', 'contact'],
  leadId: ['leads', 'lead'],
} as const;
type Link = keyof typeof LINKS;
export type Links = Partial<Record<Link, string | null>>;
const NAMES = Object.keys(LINKS) as Link[];

/** The records that a deal is linked to: each lives, and whoever links it sees it. That a contact is with another company than the deal is no mistake: people change. */
@Injectable()
export class DealLinks {
  constructor(private readonly reader: Reader) {}

  /** `actor` is null for the system, which sees all. What a deal is linked to already is not asked for again. */
  async require(actor: Actor | null, wanted: Links, stored: Links = {}): Promise<void> {
    for (const name of NAMES) {
      const id = wanted[name];
      if (id && id.toLowerCase() !== stored[name] && !(await this.isThere(actor, LINKS[name][0], id))) {
        throw invalidAt(
          `#/${name}`,
          `unknown-${LINKS[name][1]}`,
          `there is no living ${LINKS[name][1]} with this id, or you may not see it`,
        );
      }
    }
  }

  private async isThere(actor: Actor | null, resource: string, id: string): Promise<boolean> {
    const sight = sightOf(resource);
    if (!sight || (actor && !may(actor, `${resource}:read` as Permission))) return false;
    const where = [sql`${sight.id} = ${id}::uuid`, sight.live, ...(actor ? sight.where(actor) : [])];
    return (await this.reader.row(sql`select 1 from ${sight.from} where ${sql.join(where, sql` and `)}`)) !== undefined;
  }
}
