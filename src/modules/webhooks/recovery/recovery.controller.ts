import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { StartedJobView } from '../../../platform/jobs/index.js';
import { WebhookRecovery } from './recovery.dto.js';
import { RecoveryService } from './recovery.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhookRecoveryController {
  constructor(private readonly recoveries: RecoveryService) {}

  /**
   * Resend failed or skipped deliveries. Resends at most 10,000 deliveries of a period, oldest first and after all
   * other deliveries.
   */
  @Post(':id/recover')
  @Can('webhooks:update')
  @Returns(StartedJobView, { status: HttpStatus.ACCEPTED, location: 'jobs' })
  recover(@Me() actor: Actor, @RecordId() id: string, @Body() body: WebhookRecovery): Promise<StartedJobView> {
    return this.recoveries.start(actor, id, body);
  }
}
