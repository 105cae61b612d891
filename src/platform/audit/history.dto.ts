import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { AUDIT_ACTIONS, type AuditAction } from '../../kernel/logs/audit-log.js';
import { Choice, Id, Nested, Nullable, Text, Timestamp } from '../../kernel/fields.js';

export const AUDIT_ACTORS = ['session', 'api-key', 'token', 'system'] as const;

/** The actor, with the name at the time of the change. */
export class AuditActor {
  /**
   * Type of credential; `system` for scheduled work and for direct changes in the database
   * @example session
   */
  @Choice('AuditActorKind', AUDIT_ACTORS) kind: (typeof AUDIT_ACTORS)[number];
  /**
   * Id of the user; for an API key, its creator. Null without a credential.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() id: string | null;
  /**
   * Name of the user at that time
   * @example "Grace Hopper"
   */
  @Nullable() @Text(1, 255) name: string | null;
  /**
   * E-mail address of the user at that time
   * @example grace@example.com
   */
  @Nullable() @Text(1, 255) email: string | null;
}

const anyValue = (description: string, example: unknown) => ({
  description,
  example,
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    {
      type: 'array',
      items: { nullable: true, oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }] },
    },
    { type: 'object', additionalProperties: true },
  ],
});

export class FieldChange {
  @ApiProperty(anyValue('Old value; null if there was none. Secrets are shown as `***`.', 'new'))
  from: unknown;

  @ApiProperty(anyValue('New value; null if there is none', 'contacted'))
  to: unknown;
}

@ApiExtraModels(FieldChange)
export class HistoryEntryView {
  /**
   * Id (UUIDv7, sortable by the time of the change)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Action
   * @example update
   */
  @Choice('AuditAction', AUDIT_ACTIONS) action: AuditAction;
  /**
   * Type of the changed record; may be a part of the record, such as a webhook secret
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * Time of the action
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() at: string;
  /** User or system that performed the action */
  @Nested(() => AuditActor) actor: AuditActor;
  /**
   * Changed fields with their old and new values
   * @example {"status": {"from": "new", "to": "contacted"}}
   */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(FieldChange) } })
  changes: Record<string, FieldChange>;
  /**
   * Id of the request that made the change
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
}
