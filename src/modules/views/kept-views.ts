import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.js';
import type { SavedView, SavedViews } from '../../platform/records/index.js';
import { ViewsQueries } from './views.queries.js';

/** Saved views for whatever takes a `viewId`. */
@Injectable()
export class KeptViews implements SavedViews {
  constructor(private readonly queries: ViewsQueries) {}

  async find(actor: Actor, resource: string, viewId: string): Promise<SavedView> {
    if (!may(actor, 'views:read'))
      throw new Forbidden('permission-missing', 'Using a view needs views:read.', {
        members: { requiredPermission: 'views:read' },
      });
    const view = await this.queries.get(actor, viewId).catch((error: unknown) => {
      throw error instanceof NotFound ? refused('unknown-view', 'there is no such view, or you may not see it') : error;
    });
    if (view.resource !== resource) throw refused('view-of-others', `this view is one of ${view.resource}`);
    return { name: view.name, filter: view.filter, sort: view.sort };
  }
}

const refused = (code: string, detail: string): Invalid =>
  new Invalid('invalid-view', 'The view cannot be used.', { errors: [{ parameter: 'viewId', code, detail }] });
