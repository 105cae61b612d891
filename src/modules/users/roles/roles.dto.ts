import { PartialType } from '@nestjs/swagger';
import { RECORD_ACCESS, type RecordAccess } from '../../../kernel/actor.js';
import {
  Choice,
  ChoicesParameter,
  Flag,
  Id,
  Integer,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';

const SORTS = ['name', 'createdAt'].flatMap((field) => [field, `-${field}`]);

export class RoleView {
  /**
   * Id of the role
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * Name, unique among roles
   * @example field-sales
   */
  @Text(1, 50) name: string;
  /**
   * Description
   * @example "Works their own leads on the road"
   */
  @Nullable() @Text(1, 255) description: string | null;
  /**
   * Access scope of the role: own, team or all records
   * @example own
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * Permission names
   * @example ["leads:read", "leads:update"]
   */
  @Texts(3, 151, 500) permissions: string[];
  /**
   * Whether users with this role must have a second factor
   * @example false
   */
  @Flag() requiresTotp: boolean;
  /**
   * Whether this is a built-in role, of which only `requiresTotp` can be changed
   * @example false
   */
  @Flag() isSystem: boolean;
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
   * Version number, also in the ETag
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class RoleCreate {
  /**
   * Name, unique among roles
   * @example field-sales
   */
  @Text(1, 50) name: string;
  /**
   * Description
   * @example "Works their own leads on the road"
   */
  @Optional() @Nullable() @Text(1, 255) description?: string | null;
  /**
   * Access scope of the role; default `own`. The scope cannot be wider than the caller's scope.
   * @example own
   */
  @Optional() @Choice('RecordAccess', RECORD_ACCESS) recordAccess?: RecordAccess;
  /**
   * Permission names; default: none. Only permissions that the caller has.
   * @example ["leads:read", "leads:update"]
   */
  @Optional() @Texts(3, 151, 500) permissions?: string[];
  /**
   * Whether users with this role must have a second factor
   * @example false
   */
  @Optional() @Flag() requiresTotp?: boolean;
}

export class RoleUpdate extends PartialType(RoleCreate, { skipNullProperties: false }) {}

export class RoleQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: by name. */
  @Optional() @ChoicesParameter('RoleSort', SORTS, 2) sort?: string[];
}

export class PermissionView {
  /**
   * Permission name, as used in roles and API key scopes
   * @example leads:update
   */
  @Text(3, 151) name: string;
  /**
   * Resource of the permission
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * Action of the permission
   * @example update
   */
  @Text(1, 50) action: string;
  /**
   * Description of the permission
   * @example "Change leads"
   */
  @Text(0, 255) description: string;
}

export class PermissionCatalogueView {
  /** Permissions sorted by name */
  @NestedList(() => PermissionView, 0, 1000) data: PermissionView[];
}
