import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { LeadsModule } from '../leads/index.js';
import { UsersModule } from '../users/index.js';
import { LeadFormsController } from './lead-forms.controller.js';
import { LeadFormsQueries } from './lead-forms.queries.js';
import { LeadFormsService } from './lead-forms.service.js';
import { readLinkParameters } from './fields/link-parameters.js';
import { OpenForms } from './open-forms.js';
import { FormPagesController } from './pages/form-pages.controller.js';
import { FillToken } from './submissions/fill-token.js';
import { FingerprintMaintenance } from './submissions/fingerprint-maintenance.js';
import { HeldSubmissions } from './submissions/releases/held-submissions.js';
import { RejectedSubmissions } from './submissions/rejected-submissions.js';
import { SubmissionChecks } from './submissions/submission-checks.js';
import { SubmissionRetention } from './submissions/submission-retention.js';
import { SubmissionReleases } from './submissions/releases/submission-releases.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { SubmissionsService } from './submissions/submissions.service.js';

@Module({
  imports: [LeadsModule, UsersModule],
  controllers: [LeadFormsController, SubmissionsController, FormPagesController],
  providers: [
    LeadFormsService,
    LeadFormsQueries,
    OpenForms,
    SubmissionsService,
    SubmissionChecks,
    RejectedSubmissions,
    HeldSubmissions,
    SubmissionReleases,
    FillToken,
    FingerprintMaintenance,
    SubmissionRetention,
  ],
})
export class LeadFormsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(readLinkParameters).forRoutes(SubmissionsController, FormPagesController);
  }
}
