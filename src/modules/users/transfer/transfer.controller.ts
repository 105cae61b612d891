import { Body, Controller, Get, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { OwnedRecordsView, RecordTransfer, RecordTransferView } from './transfer.dto.js';
import { TransferService } from './transfer.service.js';

@ApiTags('Users')
@Controller('users')
export class TransferController {
  constructor(private readonly transfers: TransferService) {}

  /** Counts what a user owns: what a transfer would hand over, and what keeps them from being deleted. */
  @Get(':id/owned-records')
  @Can('users:transfer')
  @Returns(OwnedRecordsView)
  countRecords(@RecordId() id: string): Promise<OwnedRecordsView> {
    return this.transfers.preview(id);
  }

  /** Hands all records of a user over to another, each as if by hand. Needs sight of all records, and `update` of each kind. */
  @Post(':id/transfer')
  @Can('users:transfer')
  @Returns(RecordTransferView, { status: HttpStatus.ACCEPTED, location: 'jobs' })
  transferRecords(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordTransfer,
  ): Promise<RecordTransferView> {
    return this.transfers.start(actor, id, body);
  }
}
