import { Module } from '@nestjs/common';
import { PipelinesModule } from '../pipelines/index.js';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { BoardQueries } from './board/board.queries.js';
import { BoardTotals } from './board/board-totals.js';
import { DayTotalsUpkeep } from './board/day-totals-upkeep.js';
import { PipelineDealsController } from './board/pipeline-deals.controller.js';
import { DealBulkService } from './bulk/deal-bulk.service.js';
import { ChangesQueries } from './changes/changes.queries.js';
import { DealOwnership } from './custody/deal-ownership.js';
import { DealRetention } from './custody/deal-retention.js';
import { DealsController } from './deals.controller.js';
import { DealsQueries } from './deals.queries.js';
import { DealsService } from './deals.service.js';
import { DealChanges } from './drafts/deal-changes.js';
import { DealDrafts } from './drafts/deal-drafts.js';
import { DealLinks } from './drafts/deal-links.js';
import { ForecastQueries } from './forecast/forecast.queries.js';
import { DealProgressController } from './progress/deal-progress.controller.js';
import { DealProgress } from './progress/deal-progress.service.js';
import { DealStages } from './progress/deal-stages.js';
import { StageOccupancy } from './progress/stage-occupancy.js';
import { StageVisitsQueries } from './progress/stage-visits.queries.js';
import './deals.relations.js';
import './deals.sight.js';

@Module({
  imports: [UsersModule, SettingsModule, PipelinesModule],
  controllers: [DealsController, DealProgressController, PipelineDealsController],
  providers: [
    DealsService,
    DealsQueries,
    DealBulkService,
    DealProgress,
    DealStages,
    StageVisitsQueries,
    StageOccupancy,
    DealChanges,
    DealDrafts,
    DealLinks,
    DealOwnership,
    DealRetention,
    BoardQueries,
    BoardTotals,
    DayTotalsUpkeep,
    ForecastQueries,
    ChangesQueries,
  ],
  exports: [DealsService, DealsQueries, DealProgress],
})
export class DealsModule {}
