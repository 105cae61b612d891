import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../platform/database/index.js';
import { holds } from '../users/index.js';
import type { FormField } from './form-fields.js';

/** A form as the public meets it. */
export interface OpenForm {
  readonly id: string;
  readonly publicKey: string;
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

interface Kept {
  readonly until: number;
  readonly form: Promise<OpenForm | undefined>;
}

const KEPT_MS = 1_000;
const MAX_KEPT = 1_000;
const KEY = /^[0-9A-Za-z]{20,40}$/;

/** Living forms by public key. A change here holds at once, one of another instance within a second. */
@Injectable()
export class OpenForms {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly reader: Reader) {}

  find(publicKey: string): Promise<OpenForm | undefined> {
    if (!KEY.test(publicKey)) return Promise.resolve(undefined);
    const known = this.kept.get(publicKey);
    if (known && known.until > Date.now()) return known.form;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const form = this.read(publicKey);
    this.kept.set(publicKey, { until: Date.now() + KEPT_MS, form });
    form.catch(() => this.forget(publicKey));
    return form;
  }

  forget(publicKey: string): void {
    this.kept.delete(publicKey);
  }

  // An owner who has left or may not read leads any more gets nothing more; the lead is still taken.
  private read(publicKey: string): Promise<OpenForm | undefined> {
    return this.reader.row<OpenForm>(sql`
      select f.id, f.public_key as "publicKey", f.title, f.description, f.fields, f.allowed_origins as "allowedOrigins", f.redirect_url as "redirectUrl", f.source, f.tags,
        (select u.id from users u where u.id = f.owner_id and u.is_active and u.deleted_at is null and ${holds(sql.ref('u.id'), 'leads:read')}) as "ownerId", f.minimum_fill_seconds as "minimumFillSeconds",
        f.dedupe_minutes as "dedupeMinutes", f.hourly_limit as "hourlyLimit", f.token_required as "tokenRequired", f.enabled
      from lead_forms f where f.public_key = ${publicKey} and f.deleted_at is null`);
  }
}
