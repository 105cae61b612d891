import { ApiExtraModels, ApiProperty, getSchemaPath, IntersectionType } from '@nestjs/swagger';
import { AUDIT_ACTIONS, type AuditAction } from '../../../kernel/logs/audit-log.js';
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

@ApiExtraModels(FieldChange)
export class AuditLogView {
  /**
   * Id (UUIDv7, sortable by the time of the change)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Action; `purge` is a permanent deletion
   * @example update
   */
  @Choice('AuditAction', AUDIT_ACTIONS) action: AuditAction;
  /**
   * Resource type, as in its path
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * Id of the record, or the name of a setting or scheduled job; null if the action has no single record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Text(1, 255) resourceId: string | null;
  /**
   * Additional description, if the changes do not show everything
   * @example null
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Changed fields with their old and new values; secrets are shown as `***`
   * @example {"status": {"from": "new", "to": "contacted"}}
   */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(FieldChange) } })
  changes: Record<string, FieldChange>;
  /** User or system that performed the action */
  @Nested(() => AuditActor) actor: AuditActor;
  /**
   * Id of the API key of the request
   * @example null
   */
  @Nullable() @Id() apiKeyId: string | null;
  /**
   * IP address of the request
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * User agent of the request
   * @example Mozilla/5.0
   */
  @Nullable() @Text(1, 500) userAgent: string | null;
  /**
   * HTTP method of the request
   * @example PATCH
   */
  @Nullable() @Text(1, 10) requestMethod: string | null;
  /**
   * Path of the request, without query parameters
   * @example /api/v1/leads/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Text(1, 500) requestPath: string | null;
  /**
   * Id of the request
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
  /**
   * Time of the action
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
}

export class AuditLogFilters {
  /** Actions; repeat to match any of several */
  @Optional() @ChoicesParameter('AuditAction', AUDIT_ACTIONS) action?: AuditAction[];
  /**
   * Resource types; repeat to match any of several
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) resourceType?: string[];
  /**
   * Ids of records; repeat to match any of several
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b"]
   */
  @Optional() @TextsParameter(255) resourceId?: string[];
  /** Ids of users; repeat to match any of several. Includes actions by the API keys of these users. */
  @Optional() @IdsParameter() userId?: string[];
  /** Ids of API keys; repeat to match any of several */
  @Optional() @IdsParameter() apiKeyId?: string[];
  /**
   * Ids of requests; repeat to match any of several
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c"]
   */
  @Optional() @TextsParameter(100) requestId?: string[];
  /** Time of the action; also limits how many months are searched */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

const SORTS = ['createdAt', '-createdAt'] as const;

export class AuditLogQuery extends IntersectionType(PageQuery, AuditLogFilters) {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('AuditLogSort', SORTS, 1) sort?: string[];
}

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;

export class AuditLogExport extends AuditLogFilters {
  /**
   * File format: JSON Lines (one JSON object per line) or CSV
   * @example ndjson
   */
  @Optional() @Choice('AuditLogExportFormat', EXPORT_FORMATS) format?: (typeof EXPORT_FORMATS)[number];
}
