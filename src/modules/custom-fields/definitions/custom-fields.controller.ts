import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, PageQuery, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../../platform/audit/index.js';
import {
  CustomFieldCreate,
  CustomFieldOrder,
  CustomFieldOrderView,
  CustomFieldQuery,
  CustomFieldUpdate,
  CustomFieldView,
  FieldDependentsView,
} from './custom-fields.dto.js';
import { CustomFieldsQueries } from './custom-fields.queries.js';
import { FieldUses } from './field-uses.js';
import { CustomFieldsService } from './custom-fields.service.js';

@ApiTags('Custom fields')
@Controller('custom-fields')
export class CustomFieldsController {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly queries: CustomFieldsQueries,
    private readonly changes: HistoryQueries,
    private readonly uses: FieldUses,
  ) {}

  /** List custom fields. Default order: by position. */
  @Get()
  @Can('custom-fields:read')
  @Returns(pageOf(CustomFieldView))
  list(@Me() actor: Actor, @Query() query: CustomFieldQuery): Promise<Page<CustomFieldView>> {
    return this.queries.list(actor, query);
  }

  /** Create a custom field. As soon as a record type has a custom field, values under other keys are rejected. */
  @Post()
  @Can('custom-fields:manage')
  @Returns(CustomFieldView, { status: HttpStatus.CREATED, location: 'custom-fields' })
  create(@Body() body: CustomFieldCreate): Promise<CustomFieldView> {
    return this.fields.create(body);
  }

  /** Reorder the custom fields of a record type. */
  @OperationId('reorderCustomFields')
  @Post('order')
  @Can('custom-fields:manage')
  @Returns(CustomFieldOrderView)
  order(@Body() body: CustomFieldOrder): Promise<CustomFieldOrderView> {
    return this.fields.order(body);
  }

  /** Get a custom field. */
  @Get(':id')
  @Can('custom-fields:read')
  @Returns(CustomFieldView)
  get(@RecordId() id: string): Promise<CustomFieldView> {
    return this.queries.get(id);
  }

  /** List the changes of a custom field. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('custom-fields:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('custom-fields', (await this.queries.get(id)).id, query);
  }

  /**
   * List what uses a custom field. Saved views, webhooks, notification channels and scoring rules of all users that
   * stop working when the field is deleted.
   */
  @OperationId('listCustomFieldDependents')
  @Get(':id/dependents')
  @Can('custom-fields:manage')
  @Returns(FieldDependentsView)
  async dependents(@RecordId() id: string): Promise<FieldDependentsView> {
    return { data: await this.uses.find(await this.queries.get(id)) };
  }

  /**
   * Update a custom field. Omitted fields are unchanged; null clears a field. Setting `isFilterable` again rebuilds a
   * failed index.
   */
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

  /**
   * Delete a custom field permanently. Deletes the definition. Records keep their stored values, which can no longer be
   * written.
   */
  @Delete(':id')
  @Can('custom-fields:manage')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.fields.remove(id, version);
  }

  /** Archive a custom field. Records keep their values, which can no longer be written. */
  @Post(':id/archive')
  @Can('custom-fields:manage')
  @Returns(CustomFieldView)
  archive(@RecordId() id: string, @IfMatch() version?: number): Promise<CustomFieldView> {
    return this.fields.archive(id, version);
  }

  /** Restore an archived custom field. */
  @Post(':id/restore')
  @Can('custom-fields:manage')
  @Returns(CustomFieldView)
  restore(@RecordId() id: string, @IfMatch() version?: number): Promise<CustomFieldView> {
    return this.fields.restore(id, version);
  }
}
