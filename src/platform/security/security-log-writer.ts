import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/entity.js';
import { Events } from '../../kernel/events.js';
import { requestContext } from '../../kernel/request-context.js';
import { SecurityLog, type SecurityEntry } from '../../kernel/logs/security-log.js';
import { currentUnit, Database } from '../database/index.js';
import { securityAlert } from './security.events.js';

/** Writes the security log: one row per entry, with its request. A critical entry is also an event. */
@Injectable()
export class SecurityLogWriter extends SecurityLog {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {
    super();
  }

  override async record(entry: SecurityEntry): Promise<void> {
    const row = rowOf(entry);
    if (entry.severity === 'critical') await this.database.write(() => this.alert(entry, row));
    else await this.database.insert([{ table: 'security_logs', row }], []);
  }

  override async recordApart(entry: SecurityEntry): Promise<void> {
    const unit = currentUnit();
    if (unit) unit.afterEnd.push(() => this.record(entry));
    else await this.record(entry);
  }

  private async alert({ event, description, actionTaken }: SecurityEntry, row: Row): Promise<void> {
    await this.database.insert([{ table: 'security_logs', row }], []);
    this.events.record(securityAlert, row.id, {
      event,
      severity: 'critical',
      description,
      userId: row.user_id,
      userEmail: row.user_email,
      ipAddress: row.ip_address,
      actionTaken: actionTaken ?? null,
    });
  }
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ event, severity = 'info', userId, email, description, details = {}, actionTaken }: SecurityEntry) {
  const context = requestContext();
  const actor = context?.actor;
  return {
    id: newId(),
    event_type: event,
    severity,
    user_id: userId === undefined ? (actor?.userId ?? null) : userId,
    user_email: email === undefined ? (actor?.email ?? null) : email,
    description,
    details,
    action_taken: actionTaken ?? null,
    ip_address: context?.ipAddress ?? null,
    user_agent: context?.userAgent ?? null,
    request_id: context?.requestId ?? null,
  };
}
