import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { TermFrequencies } from './matching/term-frequencies.js';
import { SearchQueries } from './search.queries.js';

@Module({ controllers: [SearchController], providers: [SearchQueries, TermFrequencies], exports: [SearchQueries] })
export class SearchModule {}
