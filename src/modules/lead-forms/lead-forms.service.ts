import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../kernel/change.js';
import { notFound } from '../../kernel/errors.js';
import { Events, type EventType } from '../../kernel/events.js';
import { randomBase62 } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { User, Users } from '../users/index.js';
import { completeFields, DEFAULT_FIELDS } from './fields/form-fields.js';
import { LeadForm } from './lead-form.entity.js';
import type { LeadFormCreate, LeadFormUpdate, LeadFormView } from './lead-forms.dto.js';
import {
  leadFormCreated,
  leadFormDeleted,
  leadFormRestored,
  leadFormUpdated,
  type LeadFormChange,
} from './lead-forms.events.js';
import { LeadFormsQueries } from './lead-forms.queries.js';
import { OpenForms } from './open-forms.js';

type Apply = (form: LeadForm, em: EntityManager) => void | Promise<void>;

interface ChangeOptions {
  /** Expected version; undefined skips the check. */
  readonly version?: number | undefined;
  readonly patch?: LeadFormUpdate;
  readonly deleted?: boolean;
}

const PUBLIC_KEY_LENGTH = 24;
const DEFAULTS = {
  title: 'Contact us',
  description: '',
  allowedOrigins: [],
  redirectUrl: null,
  source: 'website',
  tags: [],
  minimumFillSeconds: 2,
  dedupeMinutes: 10,
  hourlyLimit: 300,
  tokenRequired: false,
  enabled: true,
};

@Injectable()
export class LeadFormsService {
  constructor(
    private readonly database: Database,
    private readonly queries: LeadFormsQueries,
    private readonly events: Events,
    private readonly users: Users,
    private readonly open: OpenForms,
  ) {}

  create(actor: Actor, { ownerId, fields, ...input }: LeadFormCreate): Promise<LeadFormView> {
    return this.database.write(async (em) => {
      const owner = await this.ownerOf(ownerId, em);
      const questions = fields ? completeFields(fields) : [...DEFAULT_FIELDS];
      const form = em.create(LeadForm, {
        ...DEFAULTS,
        ...orDefaults(provided(input)),
        name: input.name,
        fields: questions,
        owner,
        publicKey: randomBase62(PUBLIC_KEY_LENGTH),
        createdBy: em.getReference(User, actor.userId),
      });
      await em.flush();
      const view = await this.queries.get(form.id);
      this.events.record(leadFormCreated, form.id, { object: view, previous: {}, changedFields: [] });
      this.database.afterCommit(() => this.open.forget(form.publicKey));
      return view;
    });
  }

  update(id: string, patch: LeadFormUpdate, version?: number): Promise<LeadFormView> {
    const { ownerId, fields, ...plain } = patch;
    return this.change(
      id,
      leadFormUpdated,
      async (form, em) => {
        Object.assign(form, orDefaults(provided(plain)));
        const complete = fields && completeFields(fields);
        if (complete && !isDeepStrictEqual(complete, form.fields)) form.fields = complete;
        if (ownerId !== undefined) form.owner = await this.ownerOf(ownerId, em);
      },
      { version, patch },
    );
  }

  /** Replaces the public key. The previous URLs stop working at once. */
  rotateKey(id: string, version?: number): Promise<LeadFormView> {
    return this.change(id, leadFormUpdated, (form) => void (form.publicKey = randomBase62(PUBLIC_KEY_LENGTH)), {
      version,
    });
  }

  async remove(id: string, version?: number): Promise<void> {
    await this.change(id, leadFormDeleted, (form) => form.remove(), { version });
  }

  restore(id: string, version?: number): Promise<LeadFormView> {
    return this.change(id, leadFormRestored, (form) => form.restore(), { deleted: true, version });
  }

  private async ownerOf(ownerId: string | null | undefined, em: EntityManager): Promise<User | null> {
    if (!ownerId) return null;
    await this.users.requireCanSee(ownerId, 'leads:read', '#/ownerId');
    return em.getReference(User, ownerId);
  }

  private change(
    id: string,
    event: EventType<LeadFormChange>,
    apply: Apply,
    options: ChangeOptions,
  ): Promise<LeadFormView> {
    return this.database.write(async (em) => {
      const form = await em.findOne(LeadForm, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!form) throw notFound('lead-form');
      const before = await this.queries.get(id, { deleted: options.deleted ? 'any' : 'no' });
      requireVersion(before, options.version, options.patch);
      await apply(form, em);
      await em.flush();
      const after = await this.queries.get(id, { deleted: 'any' });
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(event, id, change);
      this.database.afterCommit(() => this.open.forget(before.publicKey));
      return after;
    });
  }
}

/** Replaces null by the default in fields that are not nullable. */
const orDefaults = <T extends { readonly title?: string | null; readonly source?: string | null }>({
  title,
  source,
  ...rest
}: T) => ({
  ...rest,
  ...(title !== undefined && { title: title ?? DEFAULTS.title }),
  ...(source !== undefined && { source: source ?? DEFAULTS.source }),
});

const provided = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
