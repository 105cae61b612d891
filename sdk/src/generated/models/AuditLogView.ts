/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from './AuditAction';
import type { AuditActor } from './AuditActor';
import type { FieldChange } from './FieldChange';
export type AuditLogView = {
  /**
   * Id (UUIDv7, sortable by the time of the change)
   */
  id: string;
  /**
   * Action; `purge` is a permanent deletion
   */
  action: AuditAction;
  /**
   * Resource type, as in its path
   */
  resourceType: string;
  /**
   * Id of the record, or the name of a setting or scheduled job; null if the action has no single record
   */
  resourceId: string | null;
  /**
   * Additional description, if the changes do not show everything
   */
  description: string | null;
  /**
   * Changed fields with their old and new values; secrets are shown as `***`
   */
  changes: Record<string, FieldChange>;
  /**
   * User or system that performed the action
   */
  actor: AuditActor;
  /**
   * Id of the API key of the request
   */
  apiKeyId: string | null;
  /**
   * IP address of the request
   */
  ipAddress: string | null;
  /**
   * User agent of the request
   */
  userAgent: string | null;
  /**
   * HTTP method of the request
   */
  requestMethod: string | null;
  /**
   * Path of the request, without query parameters
   */
  requestPath: string | null;
  /**
   * Id of the request
   */
  requestId: string | null;
  /**
   * Time of the action
   */
  createdAt: string;
};

