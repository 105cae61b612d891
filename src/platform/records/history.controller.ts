import { Controller, Get, Inject, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/routes/parameters.js';
import { Returns } from '../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../audit/index.js';
import { namesOf, type RecordResource } from './type/record-names.js';

/** Reads a record that the actor can see. */
interface RecordReader {
  get(actor: Actor, id: string, options: { readonly deleted: 'any' }): Promise<{ readonly id: string }>;
}

/** Creates the controller for the history of one record type. */
export function historyController(resource: RecordResource, queries: Type<RecordReader>): Type {
  const { one, name, tag } = namesOf(resource);
  // As one text, like the comment of a handler: the API document splits it.
  const summary =
    `List the changes of ${one}. Newest first, with the user who made each change. Also available for deleted ` +
    `${resource}.`;

  @ApiTags(tag)
  @Controller(resource)
  class HistoryController {
    constructor(
      @Inject(queries) private readonly records: RecordReader,
      private readonly changes: HistoryQueries,
    ) {}

    @ApiOperation({ summary })
    @Get(':id/history')
    @Can(`${resource}:read`)
    @Returns(pageOf(HistoryEntryView))
    async history(
      @Me() actor: Actor,
      @RecordId() id: string,
      @Query() query: PageQuery,
    ): Promise<Page<HistoryEntryView>> {
      return this.changes.list(resource, (await this.records.get(actor, id, { deleted: 'any' })).id, query);
    }
  }
  // The API document identifies a handler by the names of controller and method.
  return Object.defineProperty(HistoryController, 'name', { value: `${name}HistoryController` });
}
