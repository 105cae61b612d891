import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { BadRequest, Forbidden, Invalid, invalidAt } from '../../kernel/errors.js';
import {
  compileFilter,
  facetable,
  isField,
  parseFilter,
  parseSort,
  recordFieldsOf,
  relationsOf,
  recordFieldsKnown,
  type Fields,
} from '../../platform/query/index.js';
import { contextOf, CustomFields } from '../../platform/records/index.js';

/** What a view is made of, as somebody wants it. */
export interface Wanted {
  readonly filter?: Record<string, unknown> | null | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly groupBy?: string | null | undefined;
}

/** What is in views: only what the records have, and what their author may ask. */
@Injectable()
export class ViewContents {
  constructor(private readonly customFields: CustomFields) {}

  /** Refuses what could not be used. Gives the filter in its normal form. */
  async check(
    actor: Actor,
    resource: string,
    { filter, columns = [], sort = [], groupBy }: Wanted,
  ): Promise<object | null | undefined> {
    const fields = await this.fieldsOf(actor, resource);
    const relations = relationsOf(resource);
    const strange = columns.findIndex((name) => !isField(name, fields, relations));
    if (strange >= 0) throw unknownField(`#/columns/${strange}`);
    requireSort(sort, fields);
    if (groupBy && !facetable(fields).includes(groupBy))
      throw invalidAt('#/groupBy', 'unknown-field', `records are grouped by ${facetable(fields).join(', ')}`);
    if (!filter) return filter;
    const parsed = parseFilter(filter, fields, '#/filter', relations);
    // Not for its text: it refuses relations to what the actor may not read.
    compileFilter(parsed, fields, contextOf(actor), relations);
    return parsed;
  }

  private async fieldsOf(actor: Actor, resource: string): Promise<Fields> {
    const own = recordFieldsOf(resource);
    if (!own) throw invalidAt('#/resource', 'unknown-resource', `must be one of ${recordFieldsKnown().join(', ')}`);
    if (!may(actor, `${resource}:read`))
      throw new Forbidden('permission-missing', `A view of ${resource} needs ${resource}:read.`, {
        members: { requiredPermission: `${resource}:read` },
      });
    return this.customFields.fieldsOf(resource, own);
  }
}

const unknownField = (pointer: string): Invalid => invalidAt(pointer, 'unknown-field', 'there is no such field');

/** As a list would refuse it, said of the body. */
function requireSort(sort: readonly string[], fields: Fields): void {
  try {
    parseSort(sort, fields, []);
  } catch (error) {
    const [first] = error instanceof BadRequest ? (error.extras.errors ?? []) : [];
    throw first ? invalidAt('#/sort', first.code, first.detail) : error;
  }
}
