import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { IdempotentInSteps } from '../../kernel/idempotent.js';
import { Returns, SdkName } from '../../kernel/returns.js';
import { LeadView } from '../leads/index.js';
import { LeadFromText, LeadParseView, LeadText } from './lead-intake.dto.js';
import { LeadIntakeService } from './lead-intake.service.js';

@ApiTags('Lead intake')
@Controller('leads')
export class LeadIntakeController {
  constructor(private readonly intake: LeadIntakeService) {}

  /** Reads a lead out of a text and says which words it comes from. Nothing is stored. */
  @Post('parse')
  @Can('leads:create')
  @IdempotentInSteps()
  @SdkName('parse')
  @Returns(LeadParseView)
  parse(@Body() body: LeadText): Promise<LeadParseView> {
    return this.intake.parse(body);
  }

  /** Makes a lead of a text. It needs an e-mail address or a phone number in it, or in `overrides`. */
  @Post('from-text')
  @Can('leads:create')
  @IdempotentInSteps()
  @SdkName('fromText')
  @Returns(LeadView, { status: HttpStatus.CREATED, location: 'leads' })
  createFromText(@Me() actor: Actor, @Body() body: LeadFromText): Promise<LeadView> {
    return this.intake.create(actor, body);
  }
}
