/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from './AuditAction';
import type { AuditActor } from './AuditActor';
import type { FieldChange } from './FieldChange';
export type AuditLogView = {
  /**
   * UUIDv7 of the moment: ids sort by the order in which things were done.
   */
  id: string;
  /**
   * What was done. `purge` is a removal for good.
   */
  action: AuditAction;
  /**
   * What it was done to, as in its path.
   */
  resourceType: string;
  /**
   * The id of the record; of a setting or a scheduled job its name. Null where it is no single record.
   */
  resourceId: string | null;
  /**
   * A sentence about it, where the changes do not say it all.
   */
  description: string | null;
  /**
   * Each field that changed, with what it was and what it became. Secrets show as three stars.
   */
  changes: Record<string, FieldChange>;
  /**
   * Who did it.
   */
  actor: AuditActor;
  /**
   * The API key that they came with.
   */
  apiKeyId: string | null;
  /**
   * The address that they came from.
   */
  ipAddress: string | null;
  /**
   * The program that they came with.
   */
  userAgent: string | null;
  /**
   * The method of the request.
   */
  requestMethod: string | null;
  /**
   * The path of the request, without its parameters.
   */
  requestPath: string | null;
  /**
   * The id of the request.
   */
  requestId: string | null;
  /**
   * When it was done.
   */
  createdAt: string;
};

