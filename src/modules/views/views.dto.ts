import { PartialType, OmitType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  FreeObject,
  Id,
  Integer,
  Nullable,
  Optional,
  Text,
  Texts,
  TextsParameter,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { VIEW_SCOPES, type ViewScope } from './saved-view.entity.js';

export class SavedViewView {
  /**
   * Id of the view, for `viewId` in lists, searches and facets
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() id: string;
  /**
   * Record type of the view, in the plural as in its path
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Name
   * @example "Hot this month"
   */
  @Text(1, 100) name: string;
  /**
   * Filter; null for all records
   * @example {"field": "score", "op": "gte", "value": 80}
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /**
   * Columns in display order; empty for the default of the client
   * @example ["name", "status", "score"]
   */
  @Texts(1, 200, 50) columns: string[];
  /**
   * Sort order; `-` before a field means descending. Empty for the default order of the list.
   * @example ["-score"]
   */
  @Texts(1, 200, 3) sort: string[];
  /**
   * Field to group the records by; null for no groups
   * @example status
   */
  @Nullable() @Text(1, 200) groupBy: string | null;
  /**
   * Users who can see the view: the owner, one team, or all users
   * @example private
   */
  @Choice('ViewScope', VIEW_SCOPES) scope: ViewScope;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() ownerId: string;
  /**
   * Id of the team that can see the view, with scope `team`
   * @example null
   */
  @Nullable() @Id() teamId: string | null;
  /**
   * Whether the caller pinned the view
   * @example true
   */
  @Flag() isPinned: boolean;
  /**
   * Whether this is the caller's default view for the record type
   * @example false
   */
  @Flag() isDefault: boolean;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Version number, for `If-Match`
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class SavedViewCreate {
  /**
   * Record type of the view, in the plural as in its path
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Name
   * @example "Hot this month"
   */
  @Text(1, 100) name: string;
  /**
   * Filter; null for all records
   * @example {"field": "score", "op": "gte", "value": 80}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * Columns in display order
   * @example ["name", "status", "score"]
   */
  @Optional() @Texts(1, 200, 50) columns?: string[];
  /**
   * Sort order; `-` before a field means descending
   * @example ["-score"]
   */
  @Optional() @Texts(1, 200, 3) sort?: string[];
  /**
   * Field to group the records by
   * @example status
   */
  @Optional() @Nullable() @Text(1, 200) groupBy?: string | null;
  /**
   * Visibility: `private`, `team` (the team of the caller) or `shared` (all users). More than `private` needs `views:share`.
   * @example private
   */
  @Optional() @Choice('ViewScope', VIEW_SCOPES) scope?: ViewScope;
}

export class SavedViewUpdate extends PartialType(OmitType(SavedViewCreate, ['resource'] as const), {
  skipNullProperties: false,
}) {}

export class SavedViewCopy {
  /**
   * Name of the copy; default: the name of the original
   * @example "Hot this quarter"
   */
  @Optional() @Text(1, 100) name?: string;
}

export class SavedViewTransfer {
  /**
   * Id of the new owner, who needs the permission to read the records
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() ownerId: string;
}

export const VIEW_SORTS = ['name', '-name', 'createdAt', '-createdAt'] as const;

export class SavedViewQuery extends PageQuery {
  /**
   * Record types; repeat to match any of several
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) resource?: string[];
  /** Scopes; repeat to match any of several */
  @Optional() @ChoicesParameter('ViewScope', VIEW_SCOPES) scope?: ViewScope[];
  /**
   * True for pinned views only, false for all others
   * @example true
   */
  @Optional() @FlagParameter() isPinned?: boolean;
  /**
   * True for default views only, false for all others
   * @example true
   */
  @Optional() @FlagParameter() isDefault?: boolean;
  /** Sort order; `-` before a field means descending. Default: by name. */
  @Optional() @ChoicesParameter('SavedViewSort', VIEW_SORTS, 1) sort?: string[];
}
