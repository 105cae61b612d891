import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../../../kernel/actor.js';
import { GoneError, invalidAt, NotFoundError } from '../../../../kernel/errors.js';
import { LinkTargets, Records, requirePermission, type RecordKind } from '../../../../platform/records/index.js';
import { CompaniesService, companyType, type CompanyCreate } from '../../../companies/index.js';
import { contactType, ContactsService, type ContactCreate } from '../../../contacts/index.js';
import { dealType, DealsService, type DealCreate } from '../../../deals/index.js';
import type { TargetName } from '../conversion.dto.js';
import type { Values } from './lead-values.js';

/** The common fields of companies, contacts and deals. */
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

/** One interface to the services of companies, contacts and deals. */
@Injectable()
export class ConversionTargets {
  private readonly desks: Readonly<Record<TargetName, Desk>>;

  constructor(
    private readonly records: Records,
    private readonly links: LinkTargets,
    companies: CompaniesService,
    contacts: ContactsService,
    deals: DealsService,
  ) {
    const kind = (of: unknown): RecordKind<TargetRecord> => of as RecordKind<TargetRecord>;
    this.desks = {
      company: {
        kind: kind(companyType),
        create: (actor, values) => companies.create(actor, values as unknown as CompanyCreate),
        update: (actor, id, values) => companies.update(actor, id, values),
        purge: (actor, id) => companies.purge(actor, id),
      },
      contact: {
        kind: kind(contactType),
        create: (actor, values) => contacts.create(actor, values as ContactCreate),
        update: (actor, id, values) => contacts.update(actor, id, values),
        purge: (actor, id) => contacts.purge(actor, id),
      },
      deal: {
        kind: kind(dealType),
        create: (actor, values) => deals.create(actor, values as unknown as DealCreate),
        update: (actor, id, values) => deals.update(actor, id, values),
        purge: (actor, id) => deals.purge(actor, id),
      },
    };
  }

  desk(name: TargetName): Desk {
    return this.desks[name];
  }

  /** Returns an active record that the actor can see. */
  get(actor: Actor, name: TargetName, id: string): Promise<TargetRecord> {
    return this.records.get(this.desks[name].kind, actor, id);
  }

  /** Whether the actor has the read permission and can see the record. */
  async isSeen(actor: Actor, name: TargetName, id: string): Promise<boolean> {
    if (!can(actor, `${RESOURCE[name]}:read`)) return false;
    return this.get(actor, name, id).then(
      () => true,
      (error: unknown) => (error instanceof NotFoundError ? false : Promise.reject(error as Error)),
    );
  }

  /**
   * Returns the locked record, or the primary after a merge. Rejects the request body if the actor cannot see the
   * record.
   */
  async require(actor: Actor, name: TargetName, id: string): Promise<TargetRecord> {
    try {
      return await this.get(actor, name, await this.links.lockPrimary(RESOURCE[name], id));
    } catch (error) {
      if (!(error instanceof NotFoundError || error instanceof GoneError)) throw error;
      throw invalidAt(
        `#/${name}/id`,
        `unknown-${name}`,
        `the ${name} does not exist, is deleted, or is not visible to you`,
      );
    }
  }

  /** Locks the record against changes and new links until the transaction ends. */
  async lock(name: TargetName, id: string): Promise<void> {
    await this.links.lockPrimary(RESOURCE[name], id);
  }

  /** Requires the permissions for the target. The permission to update the lead is checked separately. */
  requirePermissions(actor: Actor, name: TargetName, action: 'create' | 'update' | 'delete'): void {
    requirePermission(actor, `${RESOURCE[name]}:read`);
    requirePermission(actor, `${RESOURCE[name]}:${action}`);
  }
}

export function targetNameOf(record: object): string {
  const { name, title } = record as { name?: string; title?: string };
  return name ?? title ?? '';
}
