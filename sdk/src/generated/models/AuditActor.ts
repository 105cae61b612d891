/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditActorKind } from './AuditActorKind';
export type AuditActor = {
  /**
   * Type of credential; `system` for scheduled work and for direct changes in the database
   */
  kind: AuditActorKind;
  /**
   * Id of the user; for an API key, its creator. Null without a credential.
   */
  id: string | null;
  /**
   * Name of the user at that time
   */
  name: string | null;
  /**
   * E-mail address of the user at that time
   */
  email: string | null;
};

