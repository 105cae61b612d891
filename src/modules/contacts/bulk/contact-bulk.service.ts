import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { BulkRunner, requirePermission } from '../../../platform/records/index.js';
import type { ContactView } from '../contacts.dto.js';
import { contactKind } from '../contacts.queries.js';
import { ContactsService } from '../contacts.service.js';
import type { ContactBulk, ContactBulkView, ContactOperation } from './contact-bulk.dto.js';

interface Done {
  readonly status: number;
  readonly record: ContactView | null;
}

const CHOICES = ['create', 'update', 'assign', 'remove', 'restore'] as const;

/** Many operations on contacts in one request. */
@Injectable()
export class ContactBulkService {
  constructor(
    private readonly runner: BulkRunner,
    private readonly contacts: ContactsService,
  ) {}

  async run(actor: Actor, { operations, atomic = true }: ContactBulk): Promise<ContactBulkView> {
    const results = await this.runner.run(contactKind, operations, atomic, {
      choices: CHOICES,
      idsOf,
      perform: (operation) => this.perform(actor, operation),
    });
    return { results: results.map(({ status, record, problem }) => ({ status, contact: record, problem })) };
  }

  private async perform(actor: Actor, { create, update, assign, remove, restore }: ContactOperation): Promise<Done> {
    if (create) {
      requirePermission(actor, 'contacts:create');
      return { status: 201, record: await this.contacts.create(actor, create) };
    }
    if (remove) {
      requirePermission(actor, 'contacts:delete');
      await this.contacts.remove(actor, remove.id);
      return { status: 204, record: null };
    }
    if (update) return done(await this.contacts.update(actor, update.id, update.changes, update.version));
    if (assign) return done(await this.contacts.assign(actor, assign.id, assign));
    if (restore) return done(await this.contacts.restore(actor, restore.id));
    throw new Error('An operation without content passed the check');
  }
}

const done = (record: ContactView): Done => ({ status: 200, record });

const idsOf = ({ update, assign, remove, restore }: ContactOperation): string[] =>
  [update, assign, remove, restore].flatMap((part) => (part ? [part.id] : []));
