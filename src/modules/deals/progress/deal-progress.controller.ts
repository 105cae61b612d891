import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { DealView } from '../deals.dto.js';
import { DealAbandonment, DealLoss, DealMove, DealReopening, DealStagesView, DealWin } from './deal-progress.dto.js';
import { DealProgress } from './deal-progress.service.js';
import { StageVisitsQueries } from './stage-visits.queries.js';

@ApiTags('Deals')
@Controller('deals')
export class DealProgressController {
  constructor(
    private readonly progress: DealProgress,
    private readonly visits: StageVisitsQueries,
  ) {}

  /** Lists every visit of a stage, in order, with how long it took and who brought the deal there. Also of a deleted one. */
  @Get(':id/stages')
  @Can('deals:read')
  @Returns(DealStagesView)
  stages(@Me() actor: Actor, @RecordId() id: string): Promise<DealStagesView> {
    return this.visits.of(actor, id);
  }

  /** Moves an open deal to another open stage, also of another pipeline; its probability is that of the stage again. Stages where deals are won or lost are reached by `win` and `lose` alone. */
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

  /** Wins an open deal: it goes to the first active stage of its pipeline where deals are won, and counts whole. */
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

  /** Loses an open deal, for a reason: it goes to the first active stage of its pipeline where deals are lost, and counts no more. */
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

  /** Gives an open deal up where it stands; it counts no more. */
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

  /** Opens a deal again that was won, lost or abandoned: when and why is cleared, the history stays. */
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
