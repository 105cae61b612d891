import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Can, FreshPassword } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
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

  /** Lists who did what to which record, newest first unless `sort` says otherwise. */
  @Get()
  @Can('audit:read')
  @Returns(pageOf(AuditLogView))
  list(@Query() query: AuditLogQuery): Promise<Page<AuditLogView>> {
    return this.queries.list(query);
  }

  /** Lists entries of the audit log by a filter of any depth. There is no text search. */
  @Post('search')
  @Can('audit:read')
  @Returns(pageOf(AuditLogView))
  search(@Body() body: SearchRequest): Promise<Page<AuditLogView>> {
    return this.queries.search(body);
  }

  /** Takes the audit log out as a file, newest first, as it is read: one JSON object a line, or CSV. Taking it out is on record itself. */
  @Get('export')
  @Can('audit:export')
  @FreshPassword()
  @ApiResponse({ status: 200, description: 'The file.', content: FILE })
  export(@Query() query: AuditLogExport, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return this.files.stream(query, response);
  }

  /** Gives one entry of the audit log. */
  @Get(':id')
  @Can('audit:read')
  @Returns(AuditLogView)
  get(@RecordId() id: string): Promise<AuditLogView> {
    return this.queries.get(id);
  }
}
