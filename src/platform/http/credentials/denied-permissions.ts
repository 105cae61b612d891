import { Injectable, Logger } from '@nestjs/common';
import { credentialOf, type Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';

const MINUTE = 60_000;
const MOST = 10_000;

/**
 * Logs rejected permissions without a delay of the response. Writes the same credential and permission once per minute
 * and has a total limit per minute, so that repeated attempts do not fill the disk.
 */
@Injectable()
export class DeniedPermissions {
  private readonly log = new Logger(DeniedPermissions.name);
  private since = 0;
  private readonly logged = new Set<string>();

  constructor(private readonly securityLog: SecurityLog) {}

  note(actor: Actor, permission: string, now = Date.now()): void {
    if (now - this.since >= MINUTE) {
      this.since = now;
      this.logged.clear();
    }
    const key = `${credentialOf(actor)} ${permission}`;
    if (this.logged.has(key) || this.logged.size >= MOST) return;
    this.logged.add(key);
    this.securityLog
      .recordApart({
        event: 'permission_denied',
        severity: 'warning',
        description: `The permission ${permission} was required but missing.`,
        details: { permission, credential: actor.kind, ...(actor.apiKeyId && { apiKeyId: actor.apiKeyId }) },
      })
      .catch((error: unknown) => this.log.warn(`A rejected permission was not recorded: ${String(error)}`));
  }
}
