import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { FieldDependent } from '../../../kernel/records/field-dependents.js';
import { normalEmail } from '../../../kernel/values/email.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { PublicAddress } from '../../../platform/http/index.js';
import { MailQueue } from '../../../platform/mail/index.js';
import { Settings } from '../../settings/index.js';
import type { CustomField } from './custom-field.entity.js';
import { FieldUses } from './field-uses.js';

/** Maximum number of lines in a mail. The mail states the number of omitted lines. */
const MOST_LINES = 50;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Sends mails to the owners of objects that use a deleted custom field, such as saved views. */
@Injectable()
export class DeletedFieldMails {
  constructor(
    private readonly uses: FieldUses,
    private readonly queryRunner: QueryRunner,
    private readonly settings: Settings,
    private readonly address: PublicAddress,
    private readonly mails: MailQueue,
  ) {}

  /** Queues one mail per recipient in the transaction of the deletion. */
  async send(field: Pick<CustomField, 'resource' | 'key' | 'label'>): Promise<void> {
    const dependents = await this.uses.find(field);
    if (dependents.length === 0) return;
    const admin = await this.settings.get('admin_email');
    const emails = await this.emailsOf(dependents.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])));
    const byEmail = new Map<string, FieldDependent[]>();
    for (const dependent of dependents) {
      const email = emails.get(dependent.ownerId ?? '') ?? admin;
      if (email === null) continue;
      const address = normalEmail(email);
      byEmail.set(address, [...(byEmail.get(address) ?? []), dependent]);
    }
    for (const [email, own] of byEmail) await this.mails.send({ to: [email], ...this.textOf(field, own) });
  }

  /** Returns the addresses of active users. For other owners, the mail goes to the setting `admin_email`. */
  private async emailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.queryRunner.rows<{ id: string; email: string }>(sql`
      select id, email from users where id = any(${[...new Set(ids)]}::uuid[]) and is_active and deleted_at is null`);
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  private textOf(
    { resource, key, label }: Pick<CustomField, 'resource' | 'key' | 'label'>,
    dependents: readonly FieldDependent[],
  ) {
    const said = `The custom field ${JSON.stringify(label)} (custom.${key}) of ${resource} was deleted.`;
    const what = 'These objects use the field and no longer work:';
    const how = 'To repair an object, remove the field from the object.';
    const lines = dependents.slice(0, MOST_LINES).map(({ title, effect, path }) => ({
      text: `${title} ${effect}.`,
      url: `${this.address.url}/api/v1${path}`,
    }));
    const more = dependents.length > lines.length ? [`And ${dependents.length - lines.length} more.`] : [];
    const items = lines.map(({ text, url }) => `<li>${escapeHtml(text)}<br><a href="${url}">${url}</a></li>`).join('');
    return {
      subject: `Custom field deleted: ${label}`,
      text: `${[said, what, ...lines.map(({ text, url }) => `- ${text}\n  ${url}`), ...more, how].join('\n\n')}\n`,
      html: `<p>${escapeHtml(said)}</p><p>${what}</p><ul>${items}</ul>${more.map((text) => `<p>${text}</p>`).join('')}<p>${how}</p>`,
    };
  }
}
