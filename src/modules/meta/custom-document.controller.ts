import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Document } from '../../document/index.js';
import { Can } from '../../kernel/access.js';
import { NotFound } from '../../kernel/errors.js';
import { Config } from '../../platform/config/index.js';
import { DocumentQuery } from './meta.dto.js';
import { MetaQueries } from './meta.queries.js';

/** `/openapi.json?custom=1`: the document with this company's fields. Without the parameter it is public and served as it is. */
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
    if (!this.config.DOCS_ENABLED) throw new NotFound('route-not-found', 'There is nothing at this address.');
    return this.meta.document();
  }
}
