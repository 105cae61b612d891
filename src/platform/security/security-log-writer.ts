import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/entity.js';
import { requestContext } from '../../kernel/request-context.js';
import { SecurityLog, type SecurityEntry } from '../../kernel/security-log.js';
import { Database, outsideUnit } from '../database/index.js';

/** Writes the security log: one row an entry, with the request that it happened in. */
@Injectable()
export class SecurityLogWriter extends SecurityLog {
  constructor(private readonly database: Database) {
    super();
  }

  override async record(entry: SecurityEntry): Promise<void> {
    await this.database.insert([{ table: 'security_logs', row: rowOf(entry) }], []);
  }

  override recordApart(entry: SecurityEntry): Promise<void> {
    return outsideUnit(() => this.record(entry));
  }
}

function rowOf({ event, severity = 'info', userId, email, description, details = {}, actionTaken }: SecurityEntry): Record<string, unknown> {
  const context = requestContext();
  const actor = context?.actor;
  return {
    id: newId(), event_type: event, severity,
    user_id: userId === undefined ? (actor?.userId ?? null) : userId,
    user_email: email === undefined ? (actor?.email ?? null) : email,
    description, details, action_taken: actionTaken ?? null,
    ip_address: context?.ipAddress ?? null, user_agent: context?.userAgent ?? null, request_id: context?.requestId ?? null,
  };
}
