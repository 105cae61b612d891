import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../kernel/actor.js';
import { ForbiddenError, UnprocessableError, NotFoundError } from '../../kernel/errors.js';
import type { StoredView, SavedViews } from '../../platform/records/index.js';
import { ViewsQueries } from './views.queries.js';

/** Finds saved views for requests with a `viewId`. */
@Injectable()
export class StoredViews implements SavedViews {
  constructor(private readonly queries: ViewsQueries) {}

  async find(actor: Actor, resource: string, viewId: string): Promise<StoredView> {
    if (!can(actor, 'views:read'))
      throw new ForbiddenError('permission-missing', 'Using a view needs views:read.', {
        members: { requiredPermission: 'views:read' },
      });
    const view = await this.queries.get(actor, viewId).catch((error: unknown) => {
      throw error instanceof NotFoundError
        ? rejected('unknown-view', 'the view does not exist, or is not visible to you')
        : error;
    });
    if (view.resource !== resource) throw rejected('view-of-others', `this view is one of ${view.resource}`);
    return { name: view.name, filter: view.filter, sort: view.sort, columns: view.columns, groupBy: view.groupBy };
  }
}

const rejected = (code: string, detail: string): UnprocessableError =>
  new UnprocessableError('invalid-view', 'The view cannot be used.', {
    errors: [{ parameter: 'viewId', code, detail }],
  });
