import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { UsersModule } from '../users/index.js';
import { StageRecords } from './stage-jobs/stage-records.js';
import { StageJob } from './stage-jobs/stage-job.js';
import { StageJobWorker } from './stage-jobs/stage-job-worker.js';
import { PipelinesController } from './pipelines.controller.js';
import { PipelinesQueries } from './pipelines.queries.js';
import { PipelineParts } from './pipeline-parts.js';
import { PipelinesService } from './pipelines.service.js';
import { Ranks } from './ranks.js';
import { StageRetirements } from './stages/stage-retirement.js';
import { StageWrites } from './stages/stage-writes.js';
import { StagesController } from './stages/stages.controller.js';
import { StagesOfPipelineController } from './stages/stages-of-pipeline.controller.js';
import { StagesService } from './stages/stages.service.js';

@Module({
  imports: [DiscoveryModule, UsersModule],
  controllers: [PipelinesController, StagesOfPipelineController, StagesController],
  providers: [
    PipelinesService,
    PipelineParts,
    PipelinesQueries,
    Ranks,
    StagesService,
    StageWrites,
    StageRetirements,
    StageRecords,
    StageJob,
    StageJobWorker,
  ],
  exports: [PipelinesQueries],
})
export class PipelinesModule {}
