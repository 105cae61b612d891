import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { namesOf, withInputs, type LinkedResource } from '../../../platform/records/index.js';
import { CompanyTimelineQuery, TimelineEntryView, TimelineQuery } from './timelines.dto.js';
import { TimelinesQueries } from './timelines.queries.js';

/** Record types whose timeline contains more than activities and changes of the record. */
const TIMELINES: Partial<Record<LinkedResource, string>> = {
  companies:
    'Newest first: activities and other changes; with `related`, also those of its contacts and deals. Entries that ' +
    'are not activities also need the permission to read the changed records.',
  deals:
    'Newest first: activities, stage changes and other changes. Stage changes and other changes also need ' +
    '`deals:read`.',
};

const contentsOf = (resource: LinkedResource): string =>
  TIMELINES[resource] ?? `Newest first: activities and other changes. Other changes also need \`${resource}:read\`.`;

/** Creates the controller for the timeline of one record type. */
export function timelineController(resource: LinkedResource): Type {
  const { noun, one, name, tag } = namesOf(resource);

  @ApiTags(tag)
  @Controller(resource)
  class TimelineController {
    constructor(private readonly timelines: TimelinesQueries) {}

    @ApiOperation({ description: `Get the timeline of ${one}. ${contentsOf(resource)}` })
    @OperationId(`get${name}Timeline`)
    @Get(':id/timeline')
    @Can('activities:read')
    @Returns(pageOf(TimelineEntryView))
    timeline(
      @Me() actor: Actor,
      @RecordId() id: string,
      @Query() query: CompanyTimelineQuery,
    ): Promise<Page<TimelineEntryView>> {
      return this.timelines.list(actor, noun, id, query);
    }
  }
  return withInputs(TimelineController, { timeline: resource === 'companies' ? CompanyTimelineQuery : TimelineQuery });
}
