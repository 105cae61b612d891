import { Module } from '@nestjs/common';
import { LeadsModule } from '../leads/index.js';
import { UsersModule } from '../users/index.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityChanges } from './activity-changes.js';
import { ActivityDrafts } from './activity-drafts.js';
import { ActivityOwnership } from './activity-ownership.js';
import { InteractionRetention, PersonalActivities, TaskRetention } from './activity-retention.js';
import { LeadActivitiesController } from './lead-activities.controller.js';
import { LeadTimelineQueries } from './lead-timeline.queries.js';
import './activities.relations.js';
import { StatusHistory } from './status-history.js';

@Module({
  imports: [UsersModule, LeadsModule],
  controllers: [ActivitiesController, LeadActivitiesController],
  providers: [ActivitiesService, ActivitiesQueries, LeadTimelineQueries, ActivityDrafts, ActivityChanges, ActivityOwnership, StatusHistory, TaskRetention, InteractionRetention, PersonalActivities],
  exports: [ActivitiesService, ActivitiesQueries],
})
export class ActivitiesModule {}
