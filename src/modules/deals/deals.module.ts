import { Module } from '@nestjs/common';
import { DealsController } from './deals.controller.js';
import { DealsQueries } from './deals.queries.js';
import './deals.sight.js';

@Module({
  controllers: [DealsController],
  providers: [DealsQueries],
  exports: [DealsQueries],
})
export class DealsModule {}
