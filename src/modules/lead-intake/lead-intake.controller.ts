import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { IdempotentInSteps } from '../../kernel/routes/idempotent.js';
import { OperationId, Returns } from '../../kernel/routes/returns.js';
import { LeadView } from '../leads/index.js';
import { LeadFromText, LeadParseView, LeadText } from './lead-intake.dto.js';
import { LeadIntakeService } from './lead-intake.service.js';

@ApiTags('Leads')
@Controller('leads')
export class LeadIntakeController {
  constructor(private readonly intake: LeadIntakeService) {}

  /** Parse a text into lead fields. Returns the fields and the words they come from. Nothing is stored. */
  @OperationId('parseLeadText')
  @Post('parse')
  @Can('leads:create')
  @IdempotentInSteps()
  @Returns(LeadParseView)
  parse(@Body() body: LeadText): Promise<LeadParseView> {
    return this.intake.parse(body);
  }

  /** Create a lead from text. The text or `overrides` must contain an e-mail address or a phone number. */
  @Post('from-text')
  @Can('leads:create')
  @IdempotentInSteps()
  @Returns(LeadView, { status: HttpStatus.CREATED, location: 'leads' })
  createFromText(@Me() actor: Actor, @Body() body: LeadFromText): Promise<LeadView> {
    return this.intake.create(actor, body);
  }
}
