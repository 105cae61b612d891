import { Module } from '@nestjs/common';
import { PipelinesController } from './pipelines.controller.js';
import { PipelinesQueries } from './pipelines.queries.js';

@Module({
  controllers: [PipelinesController],
  providers: [PipelinesQueries],
  exports: [PipelinesQueries],
})
export class PipelinesModule {}
