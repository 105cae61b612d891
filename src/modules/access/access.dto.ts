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

/** The rules that decide access, in the order of their evaluation. */
export const ACCESS_RULES = [
  'user-inactive',
  'permission-missing',
  'api-key-ended',
  'scope-missing',
  'permission-given',
  'record-not-found',
  'record-deleted',
  'not-visible',
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

/** A user in an access explanation. */
export class AccessUser {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the user
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
  /**
   * E-mail address of the user
   * @example grace@example.com
   */
  @Email() email: string;
}

export class AccessTeam {
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Name of the team
   * @example "Northern sales"
   */
  @Text(1, 100) name: string;
}

export class AccessRole {
  /**
   * Id of the role
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * Name of the role
   * @example manager
   */
  @Text(1, 50) name: string;
  /**
   * Access scope that the role grants
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
}

/** A permission and the roles or scopes that grant it. */
export class AccessGrant {
  /**
   * Name of the permission
   * @example leads:read
   */
  @Text(3, 151) permission: string;
  /**
   * Roles of the user that grant the permission
   * @example ["manager"]
   */
  @Texts(1, 50, 1000) roles: string[];
  /**
   * Whether the credential has the permission; an API key has only the permissions its scopes include
   * @example true
   */
  @Flag() effective: boolean;
}

/** The allowed actions on one record type. */
export class AccessResource {
  /**
   * Record type
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * Actions that the caller may perform on these records
   * @example ["read", "update"]
   */
  @Texts(1, 50, 100) actions: string[];
  /**
   * Access scope for these records; `all` for record types without an owner
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
}

/** The permissions of the caller, with their sources. */
export class AccessView {
  /**
   * Credential of the request
   * @example session
   */
  @Choice('AccessCredential', ACCESS_CREDENTIALS) credential: AccessCredential;
  /** The user; for an API key, the user who created the key */
  @Nested(() => AccessUser) user: AccessUser;
  /** Team of the user */
  @Nullable() @Nested(() => AccessTeam) team: AccessTeam | null;
  /** Roles of the user, sorted by name */
  @NestedList(() => AccessRole, 0, 1000) roles: AccessRole[];
  /**
   * Access scope: the widest that any role of the user grants. Without a team, `team` means `own`.
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * Scopes of the API key; null if the credential is not an API key
   * @example null
   */
  @Nullable() @Texts(1, 101, 1000) scopes: string[] | null;
  /** Permissions that the roles grant, sorted by name */
  @NestedList(() => AccessGrant, 0, 1000) permissions: AccessGrant[];
  /** Actions that the caller may perform with this credential, by record type */
  @NestedList(() => AccessResource, 0, 1000) resources: AccessResource[];
}

export class AccessExplanationQuery {
  /**
   * Permission to check
   * @example leads:update
   */
  @Matching(/^[a-z][a-z-]{0,99}:[a-z][a-z-]{0,49}$/) permission: string;
  /**
   * Record type for `id`; only types with owners, such as `leads` or `activities`
   * @example leads
   */
  @Optional() @Text(1, 50) resource?: string;
  /**
   * Id of the record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /**
   * Id of the user; default: the caller
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() userId?: string;
  /**
   * Id of an API key of the user. Default: the key of the request, if the user is the caller.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() apiKeyId?: string;
}

/** The owner and team of a record. */
export class AccessRecord {
  /**
   * Record type
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * Id of the record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
}

/** Whether a user can do an action, with the reasons. */
export class AccessExplanationView {
  /**
   * Whether the user can perform the action
   * @example true
   */
  @Flag() allowed: boolean;
  /**
   * Rule that decides
   * @example record-in-team
   */
  @Choice('AccessRule', ACCESS_RULES) rule: AccessRule;
  /**
   * The rule, in one sentence
   * @example "The record is in the team of the user, and a role has access scope team."
   */
  @Text(1, 500) detail: string;
  /** User whose access is explained */
  @Nested(() => AccessUser) user: AccessUser;
  /** Roles of the user */
  @NestedList(() => AccessRole, 0, 1000) roles: AccessRole[];
  /**
   * Roles of the user that grant the permission
   * @example ["manager"]
   */
  @Texts(1, 50, 1000) grantedBy: string[];
  /**
   * Roles that would grant the permission; empty if the user has it
   * @example []
   */
  @Texts(1, 50, 1000) wouldBeGrantedBy: string[];
  /**
   * Access scope of the user: own, team or all records
   * @example team
   */
  @Choice('RecordAccess', RECORD_ACCESS) recordAccess: RecordAccess;
  /**
   * Id of the user's team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The record; null if none was requested, or if the caller cannot see it */
  @Nullable() @Nested(() => AccessRecord) record: AccessRecord | null;
}
