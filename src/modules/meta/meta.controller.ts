import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { OperationId, Returns, SdkName } from '../../kernel/routes/returns.js';
import { MetaFieldsView, MetaObjectDetailView, MetaObjectsView } from './meta.dto.js';
import { MetaQueries } from './meta.queries.js';

const ObjectName = ApiParam({
  name: 'object',
  schema: { type: 'string', maxLength: 100 },
  description: 'Record type',
  example: 'leads',
});

@ApiTags('Meta')
@Controller('meta')
export class MetaController {
  constructor(private readonly meta: MetaQueries) {}

  /** List record types. Returns the types that the caller may read, and the actions that the caller may perform. */
  @OperationId('listMetaObjects')
  @Get('objects')
  @SignedIn()
  @Returns(MetaObjectsView)
  objects(@Me() actor: Actor): MetaObjectsView {
    return { data: this.meta.objects(actor) };
  }

  /** Get a record type with its fields. */
  @OperationId('getMetaObject')
  @Get('objects/:object')
  @ObjectName
  @SignedIn()
  @Returns(MetaObjectDetailView)
  object(@Me() actor: Actor, @Param('object') object: string): Promise<MetaObjectDetailView> {
    return this.meta.object(actor, object);
  }

  /** List the fields of a record type. Returns standard and custom fields, and how the caller may use them. */
  @OperationId('listMetaObjectFields')
  @SdkName('listFields')
  @Get('objects/:object/fields')
  @ObjectName
  @SignedIn()
  @Returns(MetaFieldsView)
  async fields(@Me() actor: Actor, @Param('object') object: string): Promise<MetaFieldsView> {
    return { data: (await this.meta.object(actor, object)).fields };
  }
}
