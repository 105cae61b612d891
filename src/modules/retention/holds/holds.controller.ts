import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { LegalHoldCreate, LegalHoldQuery, LegalHoldView } from './holds.dto.js';
import { HoldsQueries } from './holds.queries.js';
import { HoldsService } from './holds.service.js';

@ApiTags('Legal holds')
@Controller('legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly holds: HoldsService,
    private readonly queries: HoldsQueries,
  ) {}

  /** Lists legal holds, newest first. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(LegalHoldView))
  list(@Query() query: LegalHoldQuery): Promise<Page<LegalHoldView>> {
    return this.queries.list(query);
  }

  /** Puts a record or a person under a legal hold. */
  @Post()
  @Can('retention:manage')
  @Returns(LegalHoldView, { status: HttpStatus.CREATED, location: 'legal-holds' })
  create(@Me() actor: Actor, @Body() body: LegalHoldCreate): Promise<LegalHoldView> {
    return this.holds.place(actor, body);
  }

  /** Gives one legal hold. */
  @Get(':id')
  @Can('retention:read')
  @Returns(LegalHoldView)
  get(@RecordId() id: string): Promise<LegalHoldView> {
    return this.queries.get(id);
  }

  /** Releases a legal hold: what is over its time goes the next night. */
  @Post(':id/release')
  @Can('retention:manage')
  @FreshPassword()
  @Returns(LegalHoldView)
  release(@Me() actor: Actor, @RecordId() id: string): Promise<LegalHoldView> {
    return this.holds.release(actor, id);
  }
}
