import { RECORD_ACCESS, type RecordAccess } from '../../kernel/actor.js';
import {
  Choice,
  Email,
  Flag,
  Id,
  Matching,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
} from '../../kernel/fields.js';

export const ACCESS_CREDENTIALS = ['session', 'api-key', 'token'] as const;
export type AccessCredential = (typeof ACCESS_CREDENTIALS)[number];

/** The rules by which access is decided, in the order in which they are asked. */
export const ACCESS_RULES = [
  'user-inactive',
  'permission-missing',
  'api-key-ended',
  'scope-missing',
  'permission-given',
  'record-not-found',
  'record-deleted',
  'out-of-sight',
  'record-access-all',
  'record-owned',
  'assigned',
  'record-in-team',
  'record-of-visible-lead',
  'record-of-visible-company',
  'record-of-visible-contact',
  'record-of-visible-deal',
] as const;
export type AccessRule = (typeof ACCESS_RULES)[number];

/** A user, as access speaks of them. */
export class AccessUser {
  /**
   * The user's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The user's name.
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
  /**
   * The user's e-mail address.
   * @example grace@example.com
   */
  @Email() email: string;
}

/** A team, as access speaks of it. */
export class AccessTeam {
  /**
   * The team's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * The team's name.
   * @example "Northern sales"
   */
  @Text(1, 100) name: string;
}

/** A role that the user holds. */
export class AccessRole {
  /**
   * The role's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * The role's name.
   * @example manager
   */
  @Text(1, 50) name: string;
  /**
   * Whose records it lets its holder see.
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
}

/** A permission, and where it comes from. */
export class AccessGrant {
  /**
   * The permission.
   * @example leads:read
   */
  @Text(3, 151) permission: string;
  /**
   * The roles of the user that give it.
   * @example ["manager"]
   */
  @Texts(1, 50, 1000) roles: string[];
  /**
   * Whether it holds for this credential: an API key has only what its scopes cover.
   * @example true
   */
  @Flag() effective: boolean;
}

/** What may be done with one kind of record. */
export class AccessResource {
  /**
   * The kind of record.
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * What the caller may do with it.
   * @example ["read", "update"]
   */
  @Texts(1, 50, 100) actions: string[];
  /**
   * On whose records; `all` for what belongs to nobody.
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
}

/** What the caller may, and why. */
export class AccessView {
  /**
   * What the caller came with.
   * @example session
   */
  @Choice('AccessCredential', ACCESS_CREDENTIALS) credential: AccessCredential;
  /** Who it is; for an API key, who made it. */
  @Nested(() => AccessUser) user: AccessUser;
  /** Their team. */
  @Nullable() @Nested(() => AccessTeam) team: AccessTeam | null;
  /** Their roles, by name. */
  @NestedList(() => AccessRole, 0, 1000) roles: AccessRole[];
  /**
   * Whose records they see: the widest that any role gives. `team` without a team is `own`.
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * The scopes of the API key that they came with; null without one.
   * @example null
   */
  @Nullable() @Texts(1, 101, 1000) scopes: string[] | null;
  /** What the roles give, by name. */
  @NestedList(() => AccessGrant, 0, 1000) permissions: AccessGrant[];
  /** What the caller may do here and now, by kind of record. */
  @NestedList(() => AccessResource, 0, 1000) resources: AccessResource[];
}

/** A question about access. */
export class AccessExplanationQuery {
  /**
   * What is to be done.
   * @example leads:update
   */
  @Matching(/^[a-z][a-z-]{0,99}:[a-z][a-z-]{0,49}$/) permission: string;
  /**
   * The kind of record it is to be done to, with `id`: one that not everybody sees all of, such as `leads` or `activities`.
   * @example leads
   */
  @Optional() @Text(1, 50) resource?: string;
  /**
   * The record.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /**
   * The user who is to do it; the caller when left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() userId?: string;
  /**
   * The API key of the user by which it is to be done; the caller's own when left out and the user is the caller.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() apiKeyId?: string;
}

/** To whom a record belongs. */
export class AccessRecord {
  /**
   * The kind of record.
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Its id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The owner.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * The team.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
}

/** Whether somebody may do something, and why. */
export class AccessExplanationView {
  /**
   * Whether they may.
   * @example true
   */
  @Flag() allowed: boolean;
  /**
   * The rule that decides.
   * @example record-in-team
   */
  @Choice('AccessRule', ACCESS_RULES) rule: AccessRule;
  /**
   * The rule in a sentence.
   * @example "The record is in the team of the user, whose role sees the team's records."
   */
  @Text(1, 500) detail: string;
  /** Who is to do it. */
  @Nested(() => AccessUser) user: AccessUser;
  /** The roles of the user. */
  @NestedList(() => AccessRole, 0, 1000) roles: AccessRole[];
  /**
   * The roles of the user that give the permission.
   * @example ["manager"]
   */
  @Texts(1, 50, 1000) givenBy: string[];
  /**
   * Where it is missing: the roles that would give it.
   * @example []
   */
  @Texts(1, 50, 1000) wouldBeGivenBy: string[];
  /**
   * Whose records the user sees.
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * The team of the user.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The record; null where none was asked for, and where the caller does not see it. */
  @Nullable() @Nested(() => AccessRecord) record: AccessRecord | null;
}
