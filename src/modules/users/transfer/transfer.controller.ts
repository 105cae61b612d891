import { Body, Controller, Get, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { StartedJobView } from '../../../platform/jobs/index.js';
import { OwnedRecordsView, RecordTransfer } from './transfer.dto.js';
import { TransferService } from './transfer.service.js';

@ApiTags('Users')
@Controller('users')
export class TransferController {
  constructor(private readonly transfers: TransferService) {}

  /**
   * Count the records that a user owns. These records would be transferred, and they prevent the deletion of the user.
   */
  @OperationId('countOwnedRecords')
  @Get(':id/owned-records')
  @Can('users:transfer')
  @Returns(OwnedRecordsView)
  countRecords(@RecordId() id: string): Promise<OwnedRecordsView> {
    return this.transfers.preview(id);
  }

  /**
   * Transfer all records of a user. Each record is reassigned to the new owner. Needs access scope `all`, and the
   * `update` permission for each record type.
   */
  @Post(':id/transfer')
  @Can('users:transfer')
  @RequireRecentAuth()
  @Returns(StartedJobView, { status: HttpStatus.ACCEPTED, location: 'jobs' })
  transferRecords(@Me() actor: Actor, @RecordId() id: string, @Body() body: RecordTransfer): Promise<StartedJobView> {
    return this.transfers.start(actor, id, body);
  }
}
