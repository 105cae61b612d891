import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { NotIdempotent } from '../../../kernel/routes/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { ErasurePreview } from './erasure-preview.js';
import { ErasurePreviewView, ErasureRequestQuery, ErasureRequestView, ErasureSubject } from './erasures.dto.js';
import { ErasuresQueries } from './erasures.queries.js';
import { ErasuresService } from './erasures.service.js';

@ApiTags('Erasure requests')
@Controller('erasure-requests')
export class ErasureRequestsController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly queries: ErasuresQueries,
    private readonly previews: ErasurePreview,
  ) {}

  /** List erasure requests. Newest first. */
  @Get()
  @Can('erasure:manage')
  @Returns(pageOf(ErasureRequestView))
  list(@Query() query: ErasureRequestQuery): Promise<Page<ErasureRequestView>> {
    return this.queries.list(query);
  }

  /** Erase all data of a person. Starts a job that erases the person's records and all copies. Cannot be undone. */
  @Post()
  @Can('erasure:manage')
  @RequireRecentAuth()
  @Returns(ErasureRequestView, { status: HttpStatus.ACCEPTED, location: 'erasure-requests' })
  async create(@Me() actor: Actor, @Body() body: ErasureSubject): Promise<ErasureRequestView> {
    return this.queries.get(await this.erasures.start(actor, body));
  }

  /** Preview an erasure request. Returns the data of a person, and whether it may be erased. Nothing is changed. */
  @Post('preview')
  @Can('erasure:manage')
  @NotIdempotent()
  @Returns(ErasurePreviewView)
  preview(@Body() body: ErasureSubject): Promise<ErasurePreviewView> {
    return this.previews.create(body);
  }

  /** Get an erasure request. Includes the report of erased and remaining records. */
  @Get(':id')
  @Can('erasure:manage')
  @Returns(ErasureRequestView)
  get(@RecordId() id: string): Promise<ErasureRequestView> {
    return this.queries.get(id);
  }
}
