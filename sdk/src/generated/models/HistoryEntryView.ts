/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from './AuditAction';
import type { AuditActor } from './AuditActor';
import type { FieldChange } from './FieldChange';
export type HistoryEntryView = {
  /**
   * Id (UUIDv7, sortable by the time of the change)
   */
  id: string;
  /**
   * Action
   */
  action: AuditAction;
  /**
   * Type of the changed record; may be a part of the record, such as a webhook secret
   */
  resourceType: string;
  /**
   * Time of the action
   */
  at: string;
  /**
   * User or system that performed the action
   */
  actor: AuditActor;
  /**
   * Changed fields with their old and new values
   */
  changes: Record<string, FieldChange>;
  /**
   * Id of the request that made the change
   */
  requestId: string | null;
};

