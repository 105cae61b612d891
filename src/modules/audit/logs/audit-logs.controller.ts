import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { NotIdempotent } from '../../../kernel/routes/idempotent.js';
import type { Response } from 'express';
import { Can, RequireRecentAuth } from '../../../kernel/access.js';
import { BodyExample } from '../../../kernel/routes/body-example.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, SdkName } from '../../../kernel/routes/returns.js';
import { SearchRequest } from '../../../platform/query/index.js';
import { AuditLogExport, AuditLogQuery, AuditLogView } from './audit-logs.dto.js';
import { AuditLogsExport } from './audit-logs.export.js';
import { AuditLogsQueries } from './audit-logs.queries.js';

const FILE = {
  'application/x-ndjson': {
    schema: { type: 'string' },
    example: '{"id":"0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a","action":"update","resourceType":"leads"}\n',
  },
  'text/csv': {
    schema: { type: 'string' },
    example: 'id,createdAt,action\r\n0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a,2026-11-21T09:30:00.000Z,update\r\n',
  },
};

@ApiTags('Audit logs')
@Controller('audit-logs')
export class AuditLogsController {
  constructor(
    private readonly queries: AuditLogsQueries,
    private readonly files: AuditLogsExport,
  ) {}

  /** List audit log entries. Default order: newest first. */
  @Get()
  @Can('audit:read')
  @Returns(pageOf(AuditLogView))
  list(@Query() query: AuditLogQuery): Promise<Page<AuditLogView>> {
    return this.queries.list(query);
  }

  /** Search the audit log with a filter. Text search is not available. */
  @Post('search')
  @NotIdempotent()
  @Can('audit:read')
  @Returns(pageOf(AuditLogView))
  @BodyExample({
    filter: {
      and: [
        { field: 'action', op: 'in', value: ['update', 'delete'] },
        { field: 'createdAt', op: 'gte', value: { rel: '-30d' } },
      ],
    },
    sort: ['-createdAt'],
    limit: 25,
    count: 'none',
  })
  search(@Body() body: SearchRequest): Promise<Page<AuditLogView>> {
    return this.queries.search(body);
  }

  /**
   * Export the audit log. Streams a file, newest first: one JSON object per line, or CSV. The export itself is recorded
   * in the audit log.
   */
  @Get('export')
  @Can('audit:export')
  @RequireRecentAuth()
  @ApiResponse({ status: 200, description: 'The exported file', content: FILE })
  export(@Query() query: AuditLogExport, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return this.files.stream(query, response);
  }

  /** Get an audit log entry. */
  @OperationId('getAuditLogEntry')
  @SdkName('get')
  @Get(':id')
  @Can('audit:read')
  @Returns(AuditLogView)
  get(@RecordId() id: string): Promise<AuditLogView> {
    return this.queries.get(id);
  }
}
