import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import {
  RecordCommands,
  RecordWrites,
  type RecordAssignment,
  type UpsertKey,
  type WriteRequest,
} from '../../platform/records/index.js';
import type { Contact } from './contact.entity.js';
import { contactType } from './contact.type.js';
import type { ContactCreate, ContactUpdate, ContactView } from './contacts.dto.js';
import { contactEvents } from './contacts.events.js';
import { ContactUpdater } from './factory/contact-updater.js';
import { ContactFactory } from './factory/contact-factory.js';
import { PrimaryContacts, requireStill } from './primary/primary-contacts.js';

type Apply = (contact: Contact, input: ContactUpdate) => void | Promise<void>;

/** Writes contacts. Each change is one transaction with its event and all dependent changes. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly commands: RecordCommands,
    private readonly writes: RecordWrites,
    private readonly factory: ContactFactory,
    private readonly updater: ContactUpdater,
    private readonly primaries: PrimaryContacts,
  ) {}

  async create(actor: Actor, input: ContactCreate): Promise<ContactView> {
    if (!input.isPrimary) return this.insert(actor, input);
    return this.primaries.promote(actor, {
      companyId: input.companyId ?? null,
      write: () => this.insert(actor, input),
    });
  }

  update(actor: Actor, id: string, patch: ContactUpdate, version?: number): Promise<ContactView> {
    const apply: Apply = (contact, input) => this.updater.applyPatch(actor, contact, input);
    if (!patch.isPrimary) return this.change(actor, id, apply, { version, patch });
    return this.promote(actor, id, patch.companyId, apply, { version, patch });
  }

  createPrimary(actor: Actor, id: string, version?: number): Promise<ContactView> {
    return this.promote(actor, id, undefined, (contact) => this.updater.createPrimary(actor, contact), { version });
  }

  assign(actor: Actor, id: string, to: RecordAssignment, version?: number): Promise<ContactView> {
    return this.commands.assign(contactType, actor, id, to, version);
  }

  remove(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.remove(contactType, actor, id, version);
  }

  restore(actor: Actor, id: string, version?: number): Promise<ContactView> {
    return this.commands.restore(contactType, actor, id, version);
  }

  purge(actor: Actor, id: string, version?: number): Promise<void> {
    return this.commands.purge(contactType, actor, id, version);
  }

  upsert(actor: Actor, key: UpsertKey, input: ContactCreate): Promise<{ record: ContactView; created: boolean }> {
    return this.commands.upsert(contactType, key, input, {
      create: (contact) => this.create(actor, contact),
      update: (id, contact) => this.update(actor, id, contact, key.version),
    });
  }

  /** `companyId`: the requested company, or undefined for the current company of the contact. */
  private promote(
    actor: Actor,
    id: string,
    companyId: string | null | undefined,
    apply: Apply,
    options: WriteRequest<ContactUpdate>,
  ): Promise<ContactView> {
    return this.primaries.promote(actor, {
      contactId: id,
      companyId,
      write: (found) =>
        this.change(
          actor,
          id,
          async (contact, input) => {
            if (companyId === undefined) requireStill(contact, found);
            await apply(contact, input);
          },
          options,
        ),
    });
  }

  private insert(actor: Actor, input: ContactCreate): Promise<ContactView> {
    return this.commands.create(contactType, actor, input, async (contact) => ({
      record: await this.factory.create(actor, contact),
    }));
  }

  private change(
    actor: Actor,
    id: string,
    apply: Apply,
    options: WriteRequest<ContactUpdate> = {},
  ): Promise<ContactView> {
    return this.writes.change(contactType, actor, id, {
      ...options,
      event: contactEvents.updated,
      apply: (contact, _before, _em, input) => apply(contact, input),
    });
  }
}
