import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
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

  /** Lists requests to erase a person, newest first. */
  @Get()
  @Can('erasure:manage')
  @Returns(pageOf(ErasureRequestView))
  list(@Query() query: ErasureRequestQuery): Promise<Page<ErasureRequestView>> {
    return this.queries.list(query);
  }

  /** Begins to erase all records of a person, and their copies. Nothing brings them back. */
  @Post()
  @Can('erasure:manage')
  @FreshPassword()
  @Returns(ErasureRequestView, { status: HttpStatus.ACCEPTED, location: 'erasure-requests' })
  async create(@Me() actor: Actor, @Body() body: ErasureSubject): Promise<ErasureRequestView> {
    return this.queries.get(await this.erasures.start(actor, body));
  }

  /** Tells what there is of a person, and whether it may be erased. */
  @Post('preview')
  @Can('erasure:manage')
  @NotIdempotent()
  @Returns(ErasurePreviewView)
  preview(@Body() body: ErasureSubject): Promise<ErasurePreviewView> {
    return this.previews.of(body);
  }

  /** Gives one request, with what was removed and what had to stay. */
  @Get(':id')
  @Can('erasure:manage')
  @Returns(ErasureRequestView)
  get(@RecordId() id: string): Promise<ErasureRequestView> {
    return this.queries.get(id);
  }
}
