import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { DealView } from '../deals.dto.js';
import { DealAbandonment, DealLoss, DealMove, DealReopening, DealStagesView, DealWin } from './deal-progress.dto.js';
import { DealProgressService } from './deal-progress.service.js';
import { StageVisitsQueries } from './stage-visits.queries.js';

@ApiTags('Deals')
@Controller('deals')
export class DealProgressController {
  constructor(
    private readonly progress: DealProgressService,
    private readonly visits: StageVisitsQueries,
  ) {}

  /**
   * List the stage visits of a deal. In order of time, with duration and the user who moved the deal. Also available
   * for deleted deals.
   */
  @OperationId('listDealStageVisits')
  @Get(':id/stages')
  @Can('deals:read')
  @Returns(DealStagesView)
  stages(@Me() actor: Actor, @RecordId() id: string): Promise<DealStagesView> {
    return this.visits.list(actor, id);
  }

  /**
   * Move an open deal to another stage. The stage must be open and may belong to another pipeline. The probability is
   * reset to the stage's probability. Use `win` and `lose` to close a deal.
   */
  @Post(':id/move')
  @Can('deals:update')
  @Returns(DealView)
  move(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { stageId }: DealMove,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.progress.move(actor, id, stageId, version);
  }

  /** Mark an open deal as won. The deal moves to the first active won stage of its pipeline. */
  @Post(':id/win')
  @Can('deals:update')
  @Returns(DealView)
  win(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { wonReason }: DealWin,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.progress.win(actor, id, wonReason, version);
  }

  /** Mark an open deal as lost. Needs a reason. The deal moves to the first active lost stage of its pipeline. */
  @Post(':id/lose')
  @Can('deals:update')
  @Returns(DealView)
  lose(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { lostReason }: DealLoss,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.progress.lose(actor, id, lostReason, version);
  }

  /** Abandon an open deal. The deal stays in its stage and is no longer part of totals and forecasts. */
  @Post(':id/abandon')
  @Can('deals:update')
  @Returns(DealView)
  abandon(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { reason }: DealAbandonment,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.progress.abandon(actor, id, reason, version);
  }

  /**
   * Reopen a closed deal. Clears the closing time and reason; the history is kept. Applies to won, lost and abandoned
   * deals.
   */
  @Post(':id/reopen')
  @Can('deals:update')
  @Returns(DealView)
  reopen(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() { stageId }: DealReopening,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.progress.reopen(actor, id, stageId, version);
  }
}
