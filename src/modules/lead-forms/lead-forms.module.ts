import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { LeadsModule } from '../leads/index.js';
import { UsersModule } from '../users/index.js';
import { LeadFormsController } from './lead-forms.controller.js';
import { LeadFormsQueries } from './lead-forms.queries.js';
import { LeadFormsService } from './lead-forms.service.js';
import { readLinkParameters } from './link-parameters.js';
import { OpenForms } from './open-forms.js';
import { FormPagesController } from './pages/form-pages.controller.js';
import { FillToken } from './submissions/fill-token.js';
import { FingerprintUpkeep } from './submissions/fingerprint-upkeep.js';
import { SubmissionRetention } from './submissions/submission-retention.js';
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
    FillToken,
    FingerprintUpkeep,
    SubmissionRetention,
  ],
})
export class LeadFormsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(readLinkParameters).forRoutes(SubmissionsController, FormPagesController);
  }
}
