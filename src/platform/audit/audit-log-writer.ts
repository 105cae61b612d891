import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog, type AuditEntry } from '../../kernel/logs/audit-log.js';
import { Database, QueryRunner } from '../database/index.js';

/** Writes with the database function of the triggers, so that one function determines the author. */
@Injectable()
export class AuditLogWriter extends AuditLog {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
  ) {
    super();
  }

  override record({ action, resourceType, resourceId = null, description, changes = {} }: AuditEntry): Promise<void> {
    return this.database.write(async () => {
      await this.queryRunner.rows(
        sql`select write_audit(${action}, ${resourceType}, ${resourceId}, ${JSON.stringify(changes)}::jsonb,
          ${description.slice(0, 500)})`,
      );
    });
  }
}
