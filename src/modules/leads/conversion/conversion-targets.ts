import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Gone, invalidAt, NotFound } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { Records, requirePermission, type RecordKind } from '../../../platform/records/index.js';
import { CompaniesService, companyKind, type CompanyCreate } from '../../companies/index.js';
import { contactKind, ContactsService, type ContactCreate } from '../../contacts/index.js';
import { dealKind, DealsService, type DealCreate } from '../../deals/index.js';
import type { TargetName } from './conversion.dto.js';
import type { Values } from './lead-values.js';

/** What companies, contacts and deals have in common here. */
export interface TargetRecord {
  readonly id: string;
  readonly version: number;
  readonly tags: string[];
  readonly customFields: Record<string, unknown>;
}

interface Desk {
  readonly kind: RecordKind<TargetRecord>;
  readonly create: (actor: Actor, values: Values) => Promise<TargetRecord>;
  readonly update: (actor: Actor, id: string, values: Values) => Promise<TargetRecord>;
  readonly purge: (actor: Actor, id: string) => Promise<void>;
}

export const RESOURCE = { company: 'companies', contact: 'contacts', deal: 'deals' } as const;

/** Companies, contacts and deals under one face. */
@Injectable()
export class ConversionTargets {
  private readonly desks: Readonly<Record<TargetName, Desk>>;

  constructor(
    private readonly records: Records,
    private readonly reader: Reader,
    companies: CompaniesService,
    contacts: ContactsService,
    deals: DealsService,
  ) {
    const kind = (of: unknown): RecordKind<TargetRecord> => of as RecordKind<TargetRecord>;
    this.desks = {
      company: {
        kind: kind(companyKind),
        create: (actor, values) => companies.create(actor, values as unknown as CompanyCreate),
        update: (actor, id, values) => companies.update(actor, id, values),
        purge: (actor, id) => companies.purge(actor, id),
      },
      contact: {
        kind: kind(contactKind),
        create: (actor, values) => contacts.create(actor, values as ContactCreate),
        update: (actor, id, values) => contacts.update(actor, id, values),
        purge: (actor, id) => contacts.purge(actor, id),
      },
      deal: {
        kind: kind(dealKind),
        create: (actor, values) => deals.create(actor, values as unknown as DealCreate),
        update: (actor, id, values) => deals.update(actor, id, values),
        purge: (actor, id) => deals.purge(actor, id),
      },
    };
  }

  desk(name: TargetName): Desk {
    return this.desks[name];
  }

  /** A living one that the actor sees. */
  get(actor: Actor, name: TargetName, id: string): Promise<TargetRecord> {
    return this.records.get(this.desks[name].kind, actor, id);
  }

  /** The same, and locked: what is read of it holds until the end. One out of sight is a mistake in the body. */
  async require(actor: Actor, name: TargetName, id: string): Promise<TargetRecord> {
    try {
      await this.lock(name, id);
      return await this.get(actor, name, id);
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Gone)) throw error;
      throw invalidAt(
        `#/${name}/id`,
        `unknown-${name}`,
        `there is no living ${name} with this id, or you may not see it`,
      );
    }
  }

  /** Nobody changes it from here on, or links anything to it. */
  async lock(name: TargetName, id: string): Promise<void> {
    await this.reader.rows(sql`select id from ${sql.table(RESOURCE[name])} where id = ${id}::uuid for update`);
  }

  /** What a target takes besides the right to change the lead. */
  requirePermissions(actor: Actor, name: TargetName, action: 'create' | 'update' | 'delete'): void {
    requirePermission(actor, `${RESOURCE[name]}:read`);
    requirePermission(actor, `${RESOURCE[name]}:${action}`);
  }
}

/** How a record is called. */
export function nameOf(record: object): string {
  const { name, title } = record as { name?: string; title?: string };
  return name ?? title ?? '';
}
