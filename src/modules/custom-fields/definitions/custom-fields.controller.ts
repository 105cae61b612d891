import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import {
  CustomFieldCreate,
  CustomFieldOrder,
  CustomFieldOrderView,
  CustomFieldQuery,
  CustomFieldUpdate,
  CustomFieldView,
} from './custom-fields.dto.js';
import { CustomFieldsQueries } from './custom-fields.queries.js';
import { CustomFieldsService } from './custom-fields.service.js';

@ApiTags('Custom fields')
@Controller('custom-fields')
export class CustomFieldsController {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly queries: CustomFieldsQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists custom fields, by position unless `sort` says otherwise. */
  @Get()
  @Can('custom-fields:read')
  @Returns(pageOf(CustomFieldView))
  list(@Me() actor: Actor, @Query() query: CustomFieldQuery): Promise<Page<CustomFieldView>> {
    return this.queries.list(actor, query);
  }

  /** Gives records of one kind a field. From the first one on, such records take no values under other keys. */
  @Post()
  @Can('custom-fields:manage')
  @Returns(CustomFieldView, { status: HttpStatus.CREATED, location: 'custom-fields' })
  create(@Body() body: CustomFieldCreate): Promise<CustomFieldView> {
    return this.fields.create(body);
  }

  /** Puts the fields of one kind of records into another order. */
  @Post('order')
  @Can('custom-fields:manage')
  @Returns(CustomFieldOrderView)
  order(@Body() body: CustomFieldOrder): Promise<CustomFieldOrderView> {
    return this.fields.order(body);
  }

  /** Gives one custom field. */
  @Get(':id')
  @Can('custom-fields:read')
  @Returns(CustomFieldView)
  get(@RecordId() id: string): Promise<CustomFieldView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a custom field, newest first, with who did it. */
  @Get(':id/history')
  @Can('custom-fields:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('custom-fields', (await this.queries.get(id)).id, query);
  }

  /** Changes a custom field: absent fields stay, null clears. Marked filterable again, an index that failed is built anew. */
  @Patch(':id')
  @Can('custom-fields:manage')
  @Returns(CustomFieldView)
  update(
    @RecordId() id: string,
    @Body() body: CustomFieldUpdate,
    @IfMatch() version?: number,
  ): Promise<CustomFieldView> {
    return this.fields.update(id, body, version);
  }

  /** Deletes the definition for good. Records keep what they hold under its key, which cannot be written any more. */
  @Delete(':id')
  @Can('custom-fields:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.fields.remove(id, version);
  }

  /** Archives a custom field: records keep their values, and it cannot be written any more. */
  @Post(':id/archive')
  @Can('custom-fields:manage')
  @Returns(CustomFieldView)
  archive(@RecordId() id: string): Promise<CustomFieldView> {
    return this.fields.archive(id);
  }

  /** Takes a custom field out of the archive. */
  @Post(':id/restore')
  @Can('custom-fields:manage')
  @Returns(CustomFieldView)
  restore(@RecordId() id: string): Promise<CustomFieldView> {
    return this.fields.restore(id);
  }
}
