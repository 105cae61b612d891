import { Injectable } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween } from '../../../kernel/change.js';
import { withoutVisibility, Database, QueryRunner } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { LinkTargets, Records } from '../../../platform/records/index.js';
import type { Contact } from '../contact.entity.js';
import { contactType } from '../contact.type.js';
import { contactEvents } from '../contacts.events.js';

/** A change that makes a contact the primary contact of a company. */
export interface Promotion<T> {
  /** The contact that becomes primary; undefined for a new contact. */
  readonly contactId?: string;
  /** The requested company; undefined for the current company of the contact. */
  readonly companyId: string | null | undefined;
  /** Stores the contact as primary. */
  readonly write: (companyId: string | null) => Promise<T>;
}

/**
 * Keeps one primary contact per company. The former primary contact changes in the same transaction, even if the caller
 * cannot see this contact.
 */
@Injectable()
export class PrimaryContacts {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly records: Records,
    private readonly outbox: Outbox,
    private readonly links: LinkTargets,
  ) {}

  promote<T>(actor: Actor, { contactId, companyId: requested, write }: Promotion<T>): Promise<T> {
    return this.database.write(async (em) => {
      const companyId = await this.companyOf(actor, contactId, requested);
      if (companyId) await withoutVisibility(() => this.demoteCurrent(companyId, contactId, em));
      return write(companyId);
    });
  }

  /** Reads the company inside the transaction, because the company may have changed. */
  private async companyOf(
    actor: Actor,
    contactId: string | undefined,
    requested: string | null | undefined,
  ): Promise<string | null> {
    if (requested) return this.links.primaryOf('companies', requested);
    if (requested === null || contactId === undefined) return null;
    return (await this.records.get(contactType, actor, contactId)).companyId;
  }

  // Locks the company before its contacts, so that parallel changes wait and do not deadlock.
  private async demoteCurrent(companyId: string, contactId: string | undefined, em: EntityManager): Promise<void> {
    await this.queryRunner.rows(sql`select 1 from companies where id = ${companyId}::uuid for no key update`);
    const former = await this.queryRunner.rows<{ id: string }>(sql`
      select id from contacts where company_id = ${companyId}::uuid and is_primary and deleted_at is null and id
        is distinct from ${contactId ?? null}::uuid for update`);
    const ids = former.map(({ id }) => id);
    if (ids.length === 0) return;
    const before = await this.records.viewsOf(contactType, ids);
    await this.queryRunner.rows(
      sql`update contacts set is_primary = false, updated_at = now(), version = version + 1
        where id = any(${ids}::uuid[])`,
    );
    const after = new Map((await this.records.viewsOf(contactType, ids)).map((contact) => [contact.id, contact]));
    for (const contact of before)
      this.outbox.record(contactEvents.updated, contact.id, changeBetween(contact, after.get(contact.id) ?? contact));
    // The entity manager may hold earlier versions of these contacts.
    em.clear();
  }
}

/** Restarts the transaction if the contact moved to another company before the lock. */
export function requireStill(contact: Contact, companyId: string | null): void {
  if (contact.companyId !== companyId) throw OptimisticLockError.lockFailed(contact);
}
