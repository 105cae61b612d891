import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import type { EventType } from '../../kernel/events.js';
import { RecordWrites, rowFrom, type RecordAssignment, type Wanted } from '../../platform/records/index.js';
import type { Contact } from './contact.entity.js';
import type { ContactCreate, ContactUpdate, ContactView } from './contacts.dto.js';
import {
  contactAssigned,
  contactCreated,
  contactDeleted,
  contactPurged,
  contactRestored,
  contactUpdated,
  type ContactChange,
} from './contacts.events.js';
import { CONTACT_COLUMNS } from './contacts.fields.js';
import { contactKind, ContactsQueries } from './contacts.queries.js';
import { ContactChanges } from './drafts/contact-changes.js';
import { ContactDrafts } from './drafts/contact-drafts.js';
import { PrimaryContacts, requireStill } from './primary/primary-contacts.js';

type Apply = (contact: Contact, em: EntityManager) => void | Promise<void>;

/** What can be done with contacts. Every change is one transaction: the contact, its event, and what follows from it. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly writes: RecordWrites,
    private readonly queries: ContactsQueries,
    private readonly drafts: ContactDrafts,
    private readonly changes: ContactChanges,
    private readonly primaries: PrimaryContacts,
  ) {}

  async create(actor: Actor, input: ContactCreate): Promise<ContactView> {
    const contact = await this.drafts.make(actor, input);
    const write = () =>
      this.writes.create(contactKind, actor, rowFrom(CONTACT_COLUMNS, contact), contactCreated, contact);
    return contact.isPrimary
      ? this.primaries.promote({ companyOf: () => Promise.resolve(contact.companyId), write })
      : write();
  }

  update(actor: Actor, id: string, wanted: ContactUpdate, version?: number): Promise<ContactView> {
    const apply: Apply = (contact) => this.changes.apply(actor, contact, wanted);
    if (!wanted.isPrimary) return this.change(actor, id, contactUpdated, apply, { version, wanted });
    return this.promote(actor, id, wanted.companyId, apply, { version, wanted });
  }

  makePrimary(actor: Actor, id: string, version?: number): Promise<ContactView> {
    return this.promote(actor, id, undefined, (contact) => this.changes.makePrimary(actor, contact), { version });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<ContactView> {
    return this.change(actor, id, contactAssigned, (contact, em) => this.changes.assign(contact, to, em), { version });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, contactDeleted, (contact) => contact.remove(), { version });
  }

  restore(actor: Actor, id: string): Promise<ContactView> {
    return this.change(actor, id, contactRestored, (contact) => contact.restore(), { deleted: true });
  }

  /** Removes the contact for good. */
  purge(actor: Actor, id: string): Promise<void> {
    return this.writes.purge(contactKind, actor, id, contactPurged);
  }

  /** Creates the contact that another system knows by this id, or updates it: its owner and team stay as they are. */
  upsert(
    actor: Actor,
    source: string,
    externalId: string,
    input: ContactCreate,
  ): Promise<{ record: ContactView; made: boolean }> {
    const make = () => this.create(actor, { ...input, externalIds: { ...input.externalIds, [source]: externalId } });
    return this.writes.upsert(contactKind, source, externalId, make, (id) => this.update(actor, id, input));
  }

  /** `companyId` is the one that is wanted; undefined is the one that the contact has. */
  private promote(
    actor: Actor,
    id: string,
    companyId: string | null | undefined,
    apply: Apply,
    options: Wanted,
  ): Promise<ContactView> {
    return this.primaries.promote({
      contactId: id,
      companyOf: async () => (companyId === undefined ? (await this.queries.get(actor, id)).companyId : companyId),
      write: (found) =>
        this.change(
          actor,
          id,
          contactUpdated,
          async (contact, em) => {
            if (companyId === undefined) requireStill(contact, found);
            await apply(contact, em);
          },
          options,
        ),
    });
  }

  private change(
    actor: Actor,
    id: string,
    event: EventType<ContactChange>,
    apply: Apply,
    options: Wanted = {},
  ): Promise<ContactView> {
    return this.writes.change(contactKind, actor, id, {
      ...options,
      event,
      apply: (contact, _, em) => apply(contact, em),
    });
  }
}
