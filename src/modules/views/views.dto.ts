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

/** A filter, an order and columns that somebody keeps under a name. */
export class SavedViewView {
  /**
   * The view's id: `viewId` of lists, searches and facets.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() id: string;
  /**
   * Which records it lists, in the plural as in their path.
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * What it is called.
   * @example "Hot this month"
   */
  @Text(1, 100) name: string;
  /**
   * Which records; null for all.
   * @example {"field": "score", "op": "gte", "value": 80}
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /**
   * Which fields to show, in their order; none leaves it to whoever shows them.
   * @example ["name", "status", "score"]
   */
  @Texts(1, 200, 50) columns: string[];
  /**
   * The order; `-` before a field means descending. None leaves it to the list.
   * @example ["-score"]
   */
  @Texts(1, 200, 3) sort: string[];
  /**
   * The field whose values part the records into groups; null for none.
   * @example status
   */
  @Nullable() @Text(1, 200) groupBy: string | null;
  /**
   * Who sees it besides its owner: nobody, one team, or everybody.
   * @example private
   */
  @Choice('ViewScope', VIEW_SCOPES) scope: ViewScope;
  /**
   * Whose it is.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() ownerId: string;
  /**
   * The team that sees it, of scope `team`.
   * @example null
   */
  @Nullable() @Id() teamId: string | null;
  /**
   * Whether the caller pinned it.
   * @example true
   */
  @Flag() isPinned: boolean;
  /**
   * Whether it is what the caller sees first of these records.
   * @example false
   */
  @Flag() isDefault: boolean;
  /**
   * When it was saved first.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was changed last.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Goes up with every change; give it as `If-Match` to change what you saw.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class SavedViewCreate {
  /**
   * Which records it lists, in the plural as in their path.
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * What it is called.
   * @example "Hot this month"
   */
  @Text(1, 100) name: string;
  /**
   * Which records; null for all.
   * @example {"field": "score", "op": "gte", "value": 80}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * Which fields to show, in their order.
   * @example ["name", "status", "score"]
   */
  @Optional() @Texts(1, 200, 50) columns?: string[];
  /**
   * The order; `-` before a field means descending.
   * @example ["-score"]
   */
  @Optional() @Texts(1, 200, 3) sort?: string[];
  /**
   * The field whose values part the records into groups.
   * @example status
   */
  @Optional() @Nullable() @Text(1, 200) groupBy?: string | null;
  /**
   * Who sees it besides its owner. More than `private` takes `views:share`; `team` means the team that one is in.
   * @example private
   */
  @Optional() @Choice('ViewScope', VIEW_SCOPES) scope?: ViewScope;
}

export class SavedViewUpdate extends PartialType(OmitType(SavedViewCreate, ['resource'] as const), {
  skipNullProperties: false,
}) {}

export class SavedViewCopy {
  /**
   * What the copy is called; as the original when left out.
   * @example "Hot this quarter"
   */
  @Optional() @Text(1, 100) name?: string;
}

export class SavedViewTransfer {
  /**
   * Whose it becomes: somebody who may read its records.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() ownerId: string;
}

export const VIEW_SORTS = ['name', '-name', 'createdAt', '-createdAt'] as const;

export class SavedViewQuery extends PageQuery {
  /**
   * Views of any of these kinds of records.
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) resource?: string[];
  /** Any of these scopes. */
  @Optional() @ChoicesParameter('ViewScope', VIEW_SCOPES) scope?: ViewScope[];
  /**
   * Only what the caller pinned, or only what they did not.
   * @example true
   */
  @Optional() @FlagParameter() isPinned?: boolean;
  /**
   * Only what the caller sees first, or only what they do not.
   * @example true
   */
  @Optional() @FlagParameter() isDefault?: boolean;
  /** The order; `-` before a field means descending. By name when left out. */
  @Optional() @ChoicesParameter('SavedViewSort', VIEW_SORTS, 1) sort?: string[];
}
