import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog, type AuditEntry } from '../../kernel/audit-log.js';
import { Database, Reader } from '../database/index.js';

/** Writes by the function that the triggers write with: whose deed it was is read in one place. */
@Injectable()
export class AuditLogWriter extends AuditLog {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {
    super();
  }

  override record({ action, resourceType, resourceId = null, description, changes = {} }: AuditEntry): Promise<void> {
    return this.database.write(async () => {
      await this.reader.rows(
        sql`select write_audit(${action}, ${resourceType}, ${resourceId}, ${JSON.stringify(changes)}::jsonb, ${description.slice(0, 500)})`,
      );
    });
  }
}
