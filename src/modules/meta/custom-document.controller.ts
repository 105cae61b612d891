import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Document } from '../../openapi/index.js';
import { Can } from '../../kernel/access.js';
import { NotFoundError } from '../../kernel/errors.js';
import { Config } from '../../platform/config/index.js';
import { DocumentQuery } from './meta.dto.js';
import { MetaQueries } from './meta.queries.js';

/** Serves `/openapi.json?custom=1`: the API document with custom fields. Without `custom`, the document is public. */
@ApiExcludeController()
@Controller('openapi.json')
export class CustomDocumentController {
  constructor(
    private readonly meta: MetaQueries,
    private readonly config: Config,
  ) {}

  @Get()
  @Can('custom-fields:read')
  @Header('Cache-Control', 'private, no-cache')
  document(@Query() _query: DocumentQuery): Promise<Document> {
    if (!this.config.DOCS_ENABLED) throw new NotFoundError('route-not-found', 'This path does not exist.');
    return this.meta.document();
  }
}
