import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/index.js';
import { ContactsModule } from '../contacts/index.js';
import { DealsModule } from '../deals/index.js';
import { LeadsModule } from '../leads/index.js';
import { UsersModule } from '../users/index.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityAdditions } from './activity-additions.js';
import { ActivityChanges } from './activity-changes.js';
import { ActivityDrafts } from './activity-drafts.js';
import { ActivityOwnership } from './activity-ownership.js';
import { InteractionRetention, PersonalActivities, TaskRetention } from './activity-retention.js';
import { ActivitySights } from './activity-sights.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { FollowUps } from './follow-ups.js';
import { CompanyActivitiesController } from './links/company-activities.controller.js';
import { ContactActivitiesController } from './links/contact-activities.controller.js';
import { DealActivitiesController } from './links/deal-activities.controller.js';
import { LeadActivitiesController } from './links/lead-activities.controller.js';
import { LinkedRecords } from './links/linked-records.js';
import { ActivityReminders } from './reminders/activity-reminders.js';
import './activities.relations.js';
import { StatusHistory } from './status-history.js';
import { TimelinesQueries } from './timelines/timelines.queries.js';

@Module({
  imports: [UsersModule, CompaniesModule, ContactsModule, DealsModule, LeadsModule],
  controllers: [
    AgendaController,
    ActivitiesController,
    LeadActivitiesController,
    CompanyActivitiesController,
    ContactActivitiesController,
    DealActivitiesController,
  ],
  providers: [
    ActivitiesService,
    ActivitiesQueries,
    ActivityAdditions,
    ActivityDrafts,
    ActivityChanges,
    FollowUps,
    LinkedRecords,
    ActivitySights,
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
