import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../platform/database/index.js';
import type { FormField } from './fields/form-fields.js';

/** The data of a form that the public endpoints need. */
export interface OpenForm {
  readonly id: string;
  readonly publicKey: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly FormField[];
  readonly allowedOrigins: readonly string[];
  readonly redirectUrl: string | null;
  readonly source: string;
  readonly tags: string[];
  readonly ownerId: string | null;
  readonly minimumFillSeconds: number;
  readonly dedupeMinutes: number;
  readonly hourlyLimit: number;
  readonly tokenRequired: boolean;
  readonly enabled: boolean;
}

interface CachedForm {
  readonly until: number;
  readonly form: Promise<OpenForm | undefined>;
}

const CACHED_MS = 1_000;
const MAX_CACHED = 1_000;
const KEY = /^[0-9A-Za-z]{20,40}$/;

/**
 * Caches active forms by public key. Changes by this process take effect at once, by other processes within a second.
 */
@Injectable()
export class OpenForms {
  private readonly cached = new Map<string, CachedForm>();
  private keys: { readonly until: number; readonly all: Promise<ReadonlySet<string>> } | undefined;

  constructor(private readonly queryRunner: QueryRunner) {}

  async find(publicKey: string): Promise<OpenForm | undefined> {
    if (!KEY.test(publicKey)) return undefined;
    const known = this.cached.get(publicKey);
    if (known && known.until > Date.now()) return known.form;
    if (!(await this.currentKeys()).has(publicKey)) return undefined;
    if (this.cached.size >= MAX_CACHED) this.cached.clear();
    const form = this.read(publicKey);
    this.cached.set(publicKey, { until: Date.now() + CACHED_MS, form });
    form.catch(() => this.cached.delete(publicKey));
    return form;
  }

  /** Must be called after each change of a form and after its creation, because the set of keys is cached too. */
  forget(publicKey: string): void {
    this.cached.delete(publicKey);
    this.keys = undefined;
  }

  /**
   * Public keys of all forms, read at most once per second. Requests with unknown keys therefore cause one query per
   * second.
   */
  private currentKeys(): Promise<ReadonlySet<string>> {
    if (this.keys && this.keys.until > Date.now()) return this.keys.all;
    const all = this.readKeys();
    const keys = { until: Date.now() + CACHED_MS, all };
    this.keys = keys;
    all.catch(() => this.keys === keys && (this.keys = undefined));
    return all;
  }

  private async readKeys(): Promise<ReadonlySet<string>> {
    const rows = await this.queryRunner.rows<{ publicKey: string }>(
      sql`select public_key as "publicKey" from lead_forms where deleted_at is null`,
    );
    return new Set(rows.map(({ publicKey }) => publicKey));
  }

  // The owner is not checked here. `LeadFactory` replaces an inactive owner when it creates the lead.
  private read(publicKey: string): Promise<OpenForm | undefined> {
    return this.queryRunner.row<OpenForm>(sql`
      select f.id, f.public_key as "publicKey", f.name, f.title, f.description, f.fields, f.allowed_origins
        as "allowedOrigins", f.redirect_url as "redirectUrl", f.source, f.tags,
        f.owner_id as "ownerId", f.minimum_fill_seconds as "minimumFillSeconds",
        f.dedupe_minutes as "dedupeMinutes", f.hourly_limit as "hourlyLimit", f.token_required
          as "tokenRequired", f.enabled
      from lead_forms f where f.public_key = ${publicKey} and f.deleted_at is null`);
  }
}
