import { Module } from '@nestjs/common';
import { historyController, LINKED_RESOURCES } from '../../platform/records/index.js';
import { UsersModule } from '../users/index.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityAdditions } from './factory/activity-additions.js';
import { ActivityUpdater } from './factory/activity-updater.js';
import { ActivityWrites } from './factory/activity-writes.js';
import { ActivityFactory } from './factory/activity-factory.js';
import { ActivityOwnership } from './ownership/activity-ownership.js';
import { InteractionRetention, PersonalActivities, TaskRetention } from './ownership/activity-retention.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { FollowUps } from './follow-ups.js';
import { linkedActivitiesController } from './links/linked-activities.controller.js';
import { LinkedRecords } from './links/linked-records.js';
import { ActivityReminders } from './reminders/activity-reminders.js';
import './links/activities.relations.js';
import { StatusHistory } from './factory/status-history.js';
import { timelineController } from './timelines/timeline.controller.js';
import { TimelinesQueries } from './timelines/timelines.queries.js';

@Module({
  imports: [UsersModule],
  controllers: [
    AgendaController,
    ActivitiesController,
    historyController('activities', ActivitiesQueries),
    ...LINKED_RESOURCES.flatMap((resource) => [linkedActivitiesController(resource), timelineController(resource)]),
  ],
  providers: [
    ActivitiesService,
    ActivitiesQueries,
    ActivityAdditions,
    ActivityFactory,
    ActivityUpdater,
    ActivityWrites,
    FollowUps,
    LinkedRecords,
    TimelinesQueries,
    AgendaQueries,
    ActivityReminders,
    StatusHistory,
    ActivityOwnership,
    TaskRetention,
    InteractionRetention,
    PersonalActivities,
  ],
  exports: [ActivitiesService, ActivitiesQueries],
})
export class ActivitiesModule {}
