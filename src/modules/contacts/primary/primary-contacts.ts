import { Injectable } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeBetween } from '../../../kernel/change.js';
import { beyondSight, Database, Reader } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Records } from '../../../platform/records/index.js';
import type { Contact } from '../contact.entity.js';
import { contactUpdated } from '../contacts.events.js';
import { contactKind } from '../contacts.queries.js';

/** Somebody who is to be the primary contact of a company. */
export interface Promotion<T> {
  /** Left out of those who make way; undefined for somebody who is only being added. */
  readonly contactId?: string;
  /** Asked inside the transaction: what it was before may not hold any more. */
  readonly companyOf: () => Promise<string | null>;
  /** Makes the contact the primary one. */
  readonly write: (companyId: string | null) => Promise<T>;
}

/** One primary contact a company: the former one makes way in the same transaction, also where the caller may not see them. */
@Injectable()
export class PrimaryContacts {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly records: Records,
    private readonly outbox: Outbox,
  ) {}

  promote<T>({ contactId, companyOf, write }: Promotion<T>): Promise<T> {
    return this.database.write(async (em) => {
      const companyId = await companyOf();
      if (companyId) await beyondSight(() => this.makeRoom(companyId, contactId, em));
      return write(companyId);
    });
  }

  // The company before its contacts, always: two at once wait for each other instead of blocking each other.
  private async makeRoom(companyId: string, contactId: string | undefined, em: EntityManager): Promise<void> {
    await this.reader.rows(sql`select 1 from companies where id = ${companyId}::uuid for no key update`);
    const former = await this.reader.rows<{ id: string }>(sql`
      select id from contacts where company_id = ${companyId}::uuid and is_primary and deleted_at is null and id is distinct from ${contactId ?? null}::uuid for update`);
    const ids = former.map(({ id }) => id);
    if (ids.length === 0) return;
    const before = await this.records.viewsOf(contactKind, ids);
    await this.reader.rows(
      sql`update contacts set is_primary = false, updated_at = now(), version = version + 1 where id = any(${ids}::uuid[])`,
    );
    const after = new Map((await this.records.viewsOf(contactKind, ids)).map((contact) => [contact.id, contact]));
    for (const contact of before)
      this.outbox.record(contactUpdated, contact.id, changeBetween(contact, after.get(contact.id) ?? contact));
    // An operation before this one may have read them.
    em.clear();
  }
}

/** Somebody moved the contact while its company was waited for: from the start. */
export function requireStill(contact: Contact, companyId: string | null): void {
  if (contact.companyId !== companyId) throw OptimisticLockError.lockFailed(contact);
}
