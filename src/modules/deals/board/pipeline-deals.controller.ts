import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { ChangedDealQuery, ChangedDealView, ChangesQuery, PipelineChangesView } from '../changes/changes.dto.js';
import { ChangesQueries } from '../changes/changes.queries.js';
import { DealView } from '../deals.dto.js';
import { ForecastQuery, ForecastView } from '../forecast/forecast.dto.js';
import { ForecastQueries } from '../forecast/forecast.queries.js';
import { BoardCardQuery, BoardQuery, BoardView } from './board.dto.js';
import { BoardQueries } from './board.queries.js';

@ApiTags('Pipelines')
@Controller('pipelines')
export class PipelineDealsController {
  constructor(
    private readonly boards: BoardQueries,
    private readonly forecasts: ForecastQueries,
    private readonly changes: ChangesQueries,
  ) {}

  /** Gives the board of a pipeline: a column a stage, with what its deals come to and the first of them. With `asOf` as it was then. */
  @Get(':id/board')
  @Can('deals:read')
  @Returns(BoardView)
  board(@Me() actor: Actor, @RecordId() id: string, @Query() query: BoardQuery): Promise<BoardView> {
    return this.boards.board(actor, id, query);
  }

  /** Lists the deals of one column of the board, in its order: who came last to the stage first; with `asOf` who last changed. Abandoned ones are on no board. */
  @Get(':id/cards')
  @Can('deals:read')
  @Returns(pageOf(DealView))
  cards(@Me() actor: Actor, @RecordId() id: string, @Query() query: BoardCardQuery): Promise<Page<DealView>> {
    return this.boards.cards(actor, id, query);
  }

  /** Gives what may be expected of a pipeline, by month and currency: won whole, open by probability, lost not at all. */
  @Get(':id/forecast')
  @Can('deals:read')
  @Returns(ForecastView)
  forecast(@Me() actor: Actor, @RecordId() id: string, @Query() query: ForecastQuery): Promise<ForecastView> {
    return this.forecasts.forecast(actor, id, query);
  }

  /** Counts what became of the deals of a pipeline since a moment: new, won, lost, forward, back, dearer, cheaper, later, sooner. */
  @Get(':id/changes')
  @Can('deals:read')
  @Returns(PipelineChangesView)
  countChanges(@Me() actor: Actor, @RecordId() id: string, @Query() query: ChangesQuery): Promise<PipelineChangesView> {
    return this.changes.summary(actor, id, query);
  }

  /** Lists the deals of a pipeline that are not what they were at a moment, with what they were and are; who changed last comes first. */
  @Get(':id/changed-deals')
  @Can('deals:read')
  @Returns(pageOf(ChangedDealView))
  listChangedDeals(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: ChangedDealQuery,
  ): Promise<Page<ChangedDealView>> {
    return this.changes.list(actor, id, query);
  }
}
