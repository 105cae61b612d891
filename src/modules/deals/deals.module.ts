import { Module } from '@nestjs/common';
import { historyController, recordProviders } from '../../platform/records/index.js';
import { PipelinesModule } from '../pipelines/index.js';
import { UsersModule } from '../users/index.js';
import { BoardQueries } from './board/board.queries.js';
import { BoardTotals } from './board/board-totals.js';
import { DayTotalsMaintenance } from './board/day-totals-maintenance.js';
import { PipelineDealsController } from './board/pipeline-deals.controller.js';
import { ChangesQueries } from './changes/changes.queries.js';
import { dealType } from './deal.type.js';
import { DealsController } from './deals.controller.js';
import { DealsQueries } from './deals.queries.js';
import { DealsService } from './deals.service.js';
import { DealUpdater } from './factory/deal-updater.js';
import { DealFactory } from './factory/deal-factory.js';
import { ForecastQueries } from './forecast/forecast.queries.js';
import { DealProgressController } from './progress/deal-progress.controller.js';
import { DealProgressService } from './progress/deal-progress.service.js';
import { DealStages } from './progress/deal-stages.js';
import { DealsInStage } from './progress/deals-in-stage.js';
import { StageVisitsQueries } from './progress/stage-visits.queries.js';

@Module({
  imports: [UsersModule, PipelinesModule],
  controllers: [
    DealsController,
    historyController('deals', DealsQueries),
    DealProgressController,
    PipelineDealsController,
  ],
  providers: [
    DealsService,
    DealsQueries,
    DealProgressService,
    DealStages,
    StageVisitsQueries,
    DealsInStage,
    DealUpdater,
    DealFactory,
    ...recordProviders(dealType),
    BoardQueries,
    BoardTotals,
    DayTotalsMaintenance,
    ForecastQueries,
    ChangesQueries,
  ],
  exports: [DealsService, DealsQueries, DealProgressService],
})
export class DealsModule {}
