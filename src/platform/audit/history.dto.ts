import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { AUDIT_ACTIONS, type AuditAction } from '../../kernel/audit-log.js';
import { Choice, Id, Nested, Nullable, Text, Timestamp } from '../../kernel/fields.js';

export const AUDIT_ACTORS = ['session', 'api-key', 'token', 'system'] as const;

/** Who did it, as they were called then. */
export class AuditActor {
  /**
   * What they came with; `system` is what happens by itself, and work on the database itself.
   * @example session
   */
  @Choice('AuditActorKind', AUDIT_ACTORS) kind: (typeof AUDIT_ACTORS)[number];
  /**
   * The id of the user; for an API key, of the one who made it. Null where nobody was signed in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() id: string | null;
  /**
   * The name that they had then.
   * @example "Grace Hopper"
   */
  @Nullable() @Text(1, 255) name: string | null;
  /**
   * The e-mail address that they had then.
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

/** What a field was and what it became. */
export class FieldChange {
  @ApiProperty(anyValue('What it was; null where it was nothing. Secrets show as three stars.', 'new'))
  from: unknown;

  @ApiProperty(anyValue('What it became; null where it is nothing any more.', 'contacted'))
  to: unknown;
}

/** One change of a record. */
@ApiExtraModels(FieldChange)
export class HistoryEntryView {
  /**
   * UUIDv7 of the moment: ids sort by the order in which things were done.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What was done.
   * @example update
   */
  @Choice('AuditAction', AUDIT_ACTIONS) action: AuditAction;
  /**
   * What it was done to: the record itself, or a part of it such as a webhook secret.
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * When it was done.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() at: string;
  /** Who did it. */
  @Nested(() => AuditActor) actor: AuditActor;
  /**
   * Each field that changed, with what it was and what it became.
   * @example {"status": {"from": "new", "to": "contacted"}}
   */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(FieldChange) } })
  changes: Record<string, FieldChange>;
  /**
   * The id of the request in which it was done.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
}
