import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SettingsModule } from '../settings/index.js';
import { ErasurePreview } from './erasures/erasure-preview.js';
import { ErasureSteps } from './erasures/erasure-steps.js';
import { ErasureWorker } from './erasures/erasure-worker.js';
import { ErasureRequestsController } from './erasures/erasures.controller.js';
import { ErasuresQueries } from './erasures/erasures.queries.js';
import { ErasuresService } from './erasures/erasures.service.js';
import { ErasureSearch } from './erasures/erasure-search.js';
import { AuditLogReferences, SecurityLogReferences, UserAccountReferences } from './erasures/account-references.js';
import { SubjectHash } from './erasures/subject.js';
import { LegalHoldsController } from './holds/holds.controller.js';
import { HoldsQueries } from './holds/holds.queries.js';
import { HoldsService } from './holds/holds.service.js';
import { RetentionPoliciesController } from './policies/policies.controller.js';
import { PoliciesQueries } from './policies/policies.queries.js';
import { PoliciesService } from './policies/policies.service.js';
import { RetentionRuns } from './policies/retention-runs.js';
import { RetentionSchedule } from './policies/retention-schedule.js';
import { RetentionRunsController } from './policies/runs.controller.js';
import { Removal } from './removal.js';
import { RetentionPorts } from './retention-ports.js';

@Module({
  imports: [DiscoveryModule, SettingsModule],
  controllers: [RetentionPoliciesController, RetentionRunsController, LegalHoldsController, ErasureRequestsController],
  providers: [
    RetentionPorts,
    Removal,
    PoliciesService,
    PoliciesQueries,
    RetentionRuns,
    RetentionSchedule,
    HoldsService,
    HoldsQueries,
    ErasuresService,
    ErasuresQueries,
    ErasurePreview,
    ErasureSteps,
    ErasureWorker,
    ErasureSearch,
    SubjectHash,
    AuditLogReferences,
    SecurityLogReferences,
    UserAccountReferences,
  ],
})
export class RetentionModule {}
