import { Module } from '@nestjs/common';
import { LeadsModule } from '../leads/index.js';
import { UsersModule } from '../users/index.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityDrafts } from './activity-drafts.js';
import { ActivityParts } from './activity-parts.js';
import { LeadActivitiesController } from './lead-activities.controller.js';
import { StatusHistory } from './status-history.js';
import { TimelineQueries } from './timeline.queries.js';

@Module({
  imports: [UsersModule, LeadsModule],
  controllers: [ActivitiesController, LeadActivitiesController],
  providers: [ActivitiesService, ActivitiesQueries, ActivityDrafts, ActivityParts, StatusHistory, TimelineQueries],
})
export class ActivitiesModule {}
