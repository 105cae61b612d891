import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { WebhookRecovery, WebhookRecoveryView } from './recovery.dto.js';
import { RecoveryService } from './recovery.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhookRecoveryController {
  constructor(private readonly recoveries: RecoveryService) {}

  /** Sends a webhook again what failed or was skipped in a time, at most 10000 deliveries, the oldest first and behind everything else. */
  @Post(':id/recover')
  @Can('webhooks:update')
  @Returns(WebhookRecoveryView, { status: HttpStatus.ACCEPTED, location: 'jobs' })
  recover(@Me() actor: Actor, @RecordId() id: string, @Body() body: WebhookRecovery): Promise<WebhookRecoveryView> {
    return this.recoveries.start(actor, id, body);
  }
}
