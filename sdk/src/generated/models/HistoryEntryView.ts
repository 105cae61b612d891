/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from './AuditAction';
import type { AuditActor } from './AuditActor';
import type { FieldChange } from './FieldChange';
export type HistoryEntryView = {
  /**
   * UUIDv7 of the moment: ids sort by the order in which things were done.
   */
  id: string;
  /**
   * What was done.
   */
  action: AuditAction;
  /**
   * What it was done to: the record itself, or a part of it such as a webhook secret.
   */
  resourceType: string;
  /**
   * When it was done.
   */
  at: string;
  /**
   * Who did it.
   */
  actor: AuditActor;
  /**
   * Each field that changed, with what it was and what it became.
   */
  changes: Record<string, FieldChange>;
  /**
   * The id of the request in which it was done.
   */
  requestId: string | null;
};

