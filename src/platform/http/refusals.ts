import { Injectable, Logger } from '@nestjs/common';
import { credentialOf, type Actor } from '../../kernel/actor.js';
import { SecurityLog } from '../../kernel/security-log.js';

const MINUTE = 60_000;
const MOST = 10_000;

/**
 * Puts refused permissions on record, beside the answer and not before it. The same credential and permission are
 * written once a minute, and no more than so many a minute altogether: who knocks all day does not fill the disk.
 */
@Injectable()
export class Refusals {
  private readonly log = new Logger(Refusals.name);
  private since = 0;
  private readonly told = new Set<string>();

  constructor(private readonly securityLog: SecurityLog) {}

  note(actor: Actor, permission: string, now = Date.now()): void {
    if (now - this.since >= MINUTE) {
      this.since = now;
      this.told.clear();
    }
    const key = `${credentialOf(actor)} ${permission}`;
    if (this.told.has(key) || this.told.size >= MOST) return;
    this.told.add(key);
    this.securityLog
      .recordApart({
        event: 'permission_denied',
        severity: 'warning',
        description: `${permission} was asked for and is not held.`,
        details: { permission, credential: actor.kind, ...(actor.apiKeyId && { apiKeyId: actor.apiKeyId }) },
      })
      .catch((error: unknown) => this.log.warn(`A refusal is not on record: ${String(error)}`));
  }
}
