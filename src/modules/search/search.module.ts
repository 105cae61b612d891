import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchSample } from './search-sample.js';
import { SearchWords } from './search-words.js';
import { SearchQueries } from './search.queries.js';

@Module({
  controllers: [SearchController],
  providers: [SearchQueries, SearchSample, SearchWords],
  exports: [SearchQueries],
})
export class SearchModule {}
