import { ApiExtraModels, ApiProperty, getSchemaPath, IntersectionType } from '@nestjs/swagger';
import { AUDIT_ACTIONS, type AuditAction } from '../../../kernel/audit-log.js';
import {
  Choice,
  ChoicesParameter,
  Id,
  IdsParameter,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { AuditActor, FieldChange } from '../../../platform/audit/index.js';
import { TimestampFilter } from '../../../platform/query/index.js';

/** One deed: of whom, to what, and what it changed. */
@ApiExtraModels(FieldChange)
export class AuditLogView {
  /**
   * UUIDv7 of the moment: ids sort by the order in which things were done.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What was done. `purge` is a removal for good.
   * @example update
   */
  @Choice('AuditAction', AUDIT_ACTIONS) action: AuditAction;
  /**
   * What it was done to, as in its path.
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * The id of the record; of a setting or a scheduled job its name. Null where it is no single record.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Text(1, 255) resourceId: string | null;
  /**
   * A sentence about it, where the changes do not say it all.
   * @example null
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Each field that changed, with what it was and what it became. Secrets show as three stars.
   * @example {"status": {"from": "new", "to": "contacted"}}
   */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(FieldChange) } })
  changes: Record<string, FieldChange>;
  /** Who did it. */
  @Nested(() => AuditActor) actor: AuditActor;
  /**
   * The API key that they came with.
   * @example null
   */
  @Nullable() @Id() apiKeyId: string | null;
  /**
   * The address that they came from.
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * The program that they came with.
   * @example Mozilla/5.0
   */
  @Nullable() @Text(1, 500) userAgent: string | null;
  /**
   * The method of the request.
   * @example PATCH
   */
  @Nullable() @Text(1, 10) requestMethod: string | null;
  /**
   * The path of the request, without its parameters.
   * @example /api/v1/leads/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Text(1, 500) requestPath: string | null;
  /**
   * The id of the request.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
  /**
   * When it was done.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
}

/** Which entries. */
export class AuditLogFilters {
  /** Any of these deeds. */
  @Optional() @ChoicesParameter('AuditAction', AUDIT_ACTIONS) action?: AuditAction[];
  /**
   * Done to any of these kinds of records.
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) resourceType?: string[];
  /**
   * Done to any of these records.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b"]
   */
  @Optional() @TextsParameter(255) resourceId?: string[];
  /** Done by any of these users, also through API keys of theirs. */
  @Optional() @IdsParameter() userId?: string[];
  /** Done with any of these API keys. */
  @Optional() @IdsParameter() apiKeyId?: string[];
  /**
   * Done in any of these requests.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c"]
   */
  @Optional() @TextsParameter(100) requestId?: string[];
  /** By the time. It also bounds how many months are looked at. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

const SORTS = ['createdAt', '-createdAt'] as const;

export class AuditLogQuery extends IntersectionType(PageQuery, AuditLogFilters) {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('AuditLogSort', SORTS, 1) sort?: string[];
}

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;

export class AuditLogExport extends AuditLogFilters {
  /**
   * One JSON object a line, or a table.
   * @example ndjson
   */
  @Optional() @Choice('AuditLogExportFormat', EXPORT_FORMATS) format?: (typeof EXPORT_FORMATS)[number];
}
