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

/** A set of permissions, and how far they reach. */
export class RoleView {
  /**
   * The role.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * What it is called; every role has a name of its own.
   * @example field-sales
   */
  @Text(1, 50) name: string;
  /**
   * What it is for.
   * @example "Works their own leads on the road"
   */
  @Nullable() @Text(1, 255) description: string | null;
  /**
   * Which records it lets its holders see: their own, those of their team, or all.
   * @example own
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * What it allows, by name.
   * @example ["leads:read", "leads:update"]
   */
  @Texts(3, 151, 500) permissions: string[];
  /**
   * Whether its holders must have a second factor.
   * @example false
   */
  @Flag() requiresTotp: boolean;
  /**
   * Whether it came with Kontor. Of such a role only `requiresTotp` is changed.
   * @example false
   */
  @Flag() isSystem: boolean;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class RoleCreate {
  /**
   * What it is called; every role has a name of its own.
   * @example field-sales
   */
  @Text(1, 50) name: string;
  /**
   * What it is for.
   * @example "Works their own leads on the road"
   */
  @Optional() @Nullable() @Text(1, 255) description?: string | null;
  /**
   * Which records it lets its holders see; their own when left out. Never more than you see.
   * @example own
   */
  @Optional() @Choice('RecordAccess', RECORD_ACCESS) recordAccess?: RecordAccess;
  /**
   * What it allows, by name; nothing when left out. Never more than you may.
   * @example ["leads:read", "leads:update"]
   */
  @Optional() @Texts(3, 151, 500) permissions?: string[];
  /**
   * Whether its holders must have a second factor.
   * @example false
   */
  @Optional() @Flag() requiresTotp?: boolean;
}

export class RoleUpdate extends PartialType(RoleCreate, { skipNullProperties: false }) {}

export class RoleQuery extends PageQuery {
  /** The order; `-` before a field means descending. By name when left out. */
  @Optional() @ChoicesParameter('RoleSort', SORTS, 2) sort?: string[];
}

/** One thing that can be allowed. */
export class PermissionView {
  /**
   * Its name, as roles and scopes of API keys hold it.
   * @example leads:update
   */
  @Text(3, 151) name: string;
  /**
   * What it is about.
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * What may be done.
   * @example update
   */
  @Text(1, 50) action: string;
  /**
   * The same in words.
   * @example "Change leads"
   */
  @Text(0, 255) description: string;
}

/** Everything that can be allowed. */
export class PermissionCatalogueView {
  /** By name. */
  @NestedList(() => PermissionView, 0, 1000) data: PermissionView[];
}
