import { Body, Controller, Get, HttpStatus, Post, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { LINKS, namedClass, namesOf, withInputs, type LinkedResource } from '../../../platform/records/index.js';
import { ActivityCreate, ActivityView } from '../activities.dto.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { ActivitiesService } from '../activities.service.js';
import type { NewOnRecord } from '../factory/activity-factory.js';
import { ActivityQuery, type LinkedActivityQuery } from '../activity-lists.dto.js';

/** Creates the controller for the activities of one record type. */
export function linkedActivitiesController(resource: LinkedResource): Type {
  const { noun, one, name, tag } = namesOf(resource);
  @ApiTags(tag)
  @Controller(resource)
  class LinkedActivitiesController {
    constructor(
      private readonly activities: ActivitiesService,
      private readonly queries: ActivitiesQueries,
    ) {}

    @ApiOperation({ description: `List the activities of ${one}. Default order: newest first.` })
    @OperationId(`list${name}Activities`)
    @Get(':id/activities')
    @Can('activities:read')
    @Returns(pageOf(ActivityView))
    list(@Me() actor: Actor, @RecordId() id: string, @Query() query: LinkedActivityQuery): Promise<Page<ActivityView>> {
      return this.queries.listOn(actor, noun, id, query);
    }

    @ApiOperation({ description: `Create an activity for ${one}.` })
    @OperationId(`create${name}Activity`)
    @Post(':id/activities')
    @Can('activities:create')
    @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
    create(@Me() actor: Actor, @RecordId() id: string, @Body() body: NewOnRecord): Promise<ActivityView> {
      return this.activities.createOn(actor, noun, id, body);
    }
  }
  return withInputs(LinkedActivitiesController, inputsOf(resource));
}

/** Query and body without the id of the record, which is in the path. */
function inputsOf(resource: LinkedResource): Record<'list' | 'create', Type> {
  const { noun, name } = namesOf(resource);
  const omitted = [LINKS[noun].property] as never[];
  return {
    list: OmitType(ActivityQuery, omitted),
    create: namedClass(`${name}ActivityCreate`, OmitType(ActivityCreate, omitted)),
  };
}
