import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../kernel/actor.js';
import { BadRequestError, ForbiddenError, UnprocessableError, invalidAt } from '../../kernel/errors.js';
import {
  compileFilter,
  facetable,
  isField,
  parseFilter,
  parseSort,
  recordFieldsOf,
  recordFieldsKnown,
  type Fields,
} from '../../platform/query/index.js';
import { contextOf, CustomFields, knownRelations } from '../../platform/records/index.js';

/** Requested contents of a view. */
export interface ViewRequest {
  readonly filter?: Record<string, unknown> | null | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly groupBy?: string | null | undefined;
}

/** Checks that a view uses only existing fields, and only fields that its author may query. */
@Injectable()
export class ViewContents {
  constructor(private readonly customFields: CustomFields) {}

  /** Rejects contents that the actor cannot use. Returns the filter in normal form. */
  async check(
    actor: Actor,
    resource: string,
    { filter, columns = [], sort = [], groupBy }: ViewRequest,
  ): Promise<object | null | undefined> {
    const fields = await this.fieldsOf(actor, resource);
    const relations = await knownRelations(this.customFields, resource);
    const strange = columns.findIndex((name) => !isField(name, fields, relations));
    if (strange >= 0) throw unknownField(`#/columns/${strange}`);
    requireSort(sort, fields);
    if (groupBy && !facetable(fields).includes(groupBy))
      throw invalidAt('#/groupBy', 'unknown-field', `records are grouped by ${facetable(fields).join(', ')}`);
    if (!filter) return filter;
    const parsed = parseFilter(filter, fields, '#/filter', relations);
    // Compiled only to reject relations to records that the actor may not read.
    compileFilter(parsed, fields, contextOf(actor), relations);
    return parsed;
  }

  private async fieldsOf(actor: Actor, resource: string): Promise<Fields> {
    const own = recordFieldsOf(resource);
    if (!own) throw invalidAt('#/resource', 'unknown-resource', `must be one of ${recordFieldsKnown().join(', ')}`);
    if (!can(actor, `${resource}:read`))
      throw new ForbiddenError('permission-missing', `A view of ${resource} needs ${resource}:read.`, {
        members: { requiredPermission: `${resource}:read` },
      });
    return this.customFields.fieldsOf(resource, own);
  }
}

const unknownField = (pointer: string): UnprocessableError =>
  invalidAt(pointer, 'unknown-field', 'there is no such field');

/** Checks the order like a list query, but reports errors for the request body. */
function requireSort(sort: readonly string[], fields: Fields): void {
  try {
    parseSort(sort, fields, []);
  } catch (error) {
    const [first] = error instanceof BadRequestError ? (error.extras.errors ?? []) : [];
    throw first ? invalidAt('#/sort', first.code, first.detail) : error;
  }
}
