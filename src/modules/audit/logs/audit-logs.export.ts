import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { AuditLog } from '../../../kernel/logs/audit-log.js';
import { csvLine } from '../../../platform/csv/index.js';
import type { AuditLogExport, AuditLogView } from './audit-logs.dto.js';
import { AuditLogsQueries } from './audit-logs.queries.js';

const COLUMNS = {
  id: ({ id }) => id,
  createdAt: ({ createdAt }) => createdAt,
  action: ({ action }) => action,
  resourceType: ({ resourceType }) => resourceType,
  resourceId: ({ resourceId }) => resourceId,
  description: ({ description }) => description,
  changes: ({ changes }) => changes,
  actorKind: ({ actor }) => actor.kind,
  userId: ({ actor }) => actor.id,
  userName: ({ actor }) => actor.name,
  userEmail: ({ actor }) => actor.email,
  apiKeyId: ({ apiKeyId }) => apiKeyId,
  ipAddress: ({ ipAddress }) => ipAddress,
  userAgent: ({ userAgent }) => userAgent,
  requestMethod: ({ requestMethod }) => requestMethod,
  requestPath: ({ requestPath }) => requestPath,
  requestId: ({ requestId }) => requestId,
} satisfies Record<string, (entry: AuditLogView) => unknown>;

const cells = Object.values(COLUMNS);

const FORMATS = {
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    line: (entry: AuditLogView) => `${JSON.stringify(entry)}\n`,
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: csvLine(Object.keys(COLUMNS)),
    line: (entry: AuditLogView) => csvLine(cells.map((cell) => cell(entry))),
  },
} as const;

/** Exports the audit log as a file. Records the export in the audit log before the first line is sent. */
@Injectable()
export class AuditLogsExport {
  constructor(
    private readonly queries: AuditLogsQueries,
    private readonly audit: AuditLog,
  ) {}

  async stream({ format = 'ndjson', ...filters }: AuditLogExport, response: Response): Promise<StreamableFile> {
    await this.audit.record({
      action: 'export',
      resourceType: 'audit-logs',
      description: `The audit log was exported as ${format}.`,
      changes: { filter: { from: null, to: filters } },
    });
    const lines = Readable.from(this.lines(format, filters), { objectMode: false });
    // Stops reading from the database when the client disconnects.
    response.once('close', () => lines.destroy());
    return new StreamableFile(lines, {
      type: FORMATS[format].type,
      disposition: `attachment; filename="audit-logs.${format}"`,
    });
  }

  private async *lines(format: keyof typeof FORMATS, filters: AuditLogExport): AsyncGenerator<Buffer> {
    const { head, line } = FORMATS[format];
    if (head) yield Buffer.from(head);
    for await (const piece of this.queries.all(filters))
      if (piece.length > 0) yield Buffer.from(piece.map(line).join(''));
  }
}
