import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Returns } from '../../kernel/returns.js';
import { MetaFieldsView, MetaObjectDetailView, MetaObjectsView } from './meta.dto.js';
import { MetaQueries } from './meta.queries.js';

const ObjectName = ApiParam({
  name: 'object',
  schema: { type: 'string', maxLength: 100 },
  description: 'The kind of records.',
  example: 'leads',
});

@ApiTags('Meta')
@Controller('meta')
export class MetaController {
  constructor(private readonly meta: MetaQueries) {}

  /** Lists the kinds of records that the caller may read, and what they may do with them. */
  @Get('objects')
  @SignedIn()
  @Returns(MetaObjectsView)
  objects(@Me() actor: Actor): MetaObjectsView {
    return { data: this.meta.objects(actor) };
  }

  /** Gives one kind of records with its fields. */
  @Get('objects/:object')
  @ObjectName
  @SignedIn()
  @Returns(MetaObjectDetailView)
  object(@Me() actor: Actor, @Param('object') object: string): Promise<MetaObjectDetailView> {
    return this.meta.object(actor, object);
  }

  /** Lists the fields of one kind of records, its own and custom ones: what they are, and what the caller may do with them. */
  @Get('objects/:object/fields')
  @ObjectName
  @SignedIn()
  @Returns(MetaFieldsView)
  async fields(@Me() actor: Actor, @Param('object') object: string): Promise<MetaFieldsView> {
    return { data: (await this.meta.object(actor, object)).fields };
  }
}
