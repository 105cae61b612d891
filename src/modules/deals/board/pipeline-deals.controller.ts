import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, SdkName } from '../../../kernel/routes/returns.js';
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

  /**
   * Get the board of a pipeline. One column per stage, with totals and the first deals. `asOf` returns the board of
   * an earlier time.
   */
  @OperationId('getPipelineBoard')
  @Get(':id/board')
  @Can('deals:read')
  @Returns(BoardView)
  board(@Me() actor: Actor, @RecordId() id: string, @Query() query: BoardQuery): Promise<BoardView> {
    return this.boards.board(actor, id, query);
  }

  /**
   * List the deals of a board column. In board order: the latest arrivals in the stage come first; with `asOf`, the
   * latest changed deals. Abandoned deals are not on the board.
   */
  @OperationId('listPipelineBoardCards')
  @SdkName('listBoardCards')
  @Get(':id/cards')
  @Can('deals:read')
  @Returns(pageOf(DealView))
  cards(@Me() actor: Actor, @RecordId() id: string, @Query() query: BoardCardQuery): Promise<Page<DealView>> {
    return this.boards.cards(actor, id, query);
  }

  /**
   * Get the forecast of a pipeline. Returns values by month and currency. Won deals count in full, open deals by
   * probability, lost deals not at all.
   */
  @OperationId('getPipelineForecast')
  @Get(':id/forecast')
  @Can('deals:read')
  @Returns(ForecastView)
  forecast(@Me() actor: Actor, @RecordId() id: string, @Query() query: ForecastQuery): Promise<ForecastView> {
    return this.forecasts.forecast(actor, id, query);
  }

  /**
   * Get a summary of pipeline changes. Counts deals by kind of change since a given time. Kinds: new, won, lost, moved
   * forward or back, value up or down, close date later or earlier.
   */
  @OperationId('getPipelineChangeSummary')
  @Get(':id/changes')
  @Can('deals:read')
  @Returns(PipelineChangesView)
  countChanges(@Me() actor: Actor, @RecordId() id: string, @Query() query: ChangesQuery): Promise<PipelineChangesView> {
    return this.changes.summary(actor, id, query);
  }

  /**
   * List changed deals of a pipeline. Returns each deal that changed since a given time, with its state then and now.
   * The latest changes come first.
   */
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
