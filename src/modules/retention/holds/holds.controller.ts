import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { BodyExample } from '../../../kernel/routes/body-example.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
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

  /** List legal holds. Newest first. */
  @Get()
  @Can('retention:read')
  @Returns(pageOf(LegalHoldView))
  list(@Query() query: LegalHoldQuery): Promise<Page<LegalHoldView>> {
    return this.queries.list(query);
  }

  /** Create a legal hold. Protects a record or all records of a person against deletion. */
  @Post()
  @Can('retention:manage')
  @Returns(LegalHoldView, { status: HttpStatus.CREATED, location: 'legal-holds' })
  @BodyExample({ email: 'grace@example.com', reason: 'Litigation 4711, requested by the legal department' })
  create(@Me() actor: Actor, @Body() body: LegalHoldCreate): Promise<LegalHoldView> {
    return this.holds.create(actor, body);
  }

  /** Get a legal hold. */
  @Get(':id')
  @Can('retention:read')
  @Returns(LegalHoldView)
  get(@RecordId() id: string): Promise<LegalHoldView> {
    return this.queries.get(id);
  }

  /** Release a legal hold. Expired records are deleted in the following night. */
  @Post(':id/release')
  @Can('retention:manage')
  @RequireRecentAuth()
  @Returns(LegalHoldView)
  release(@Me() actor: Actor, @RecordId() id: string): Promise<LegalHoldView> {
    return this.holds.release(actor, id);
  }
}
