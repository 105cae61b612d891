/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditActorKind } from './AuditActorKind';
export type AuditActor = {
  /**
   * What they came with; `system` is what happens by itself, and work on the database itself.
   */
  kind: AuditActorKind;
  /**
   * The id of the user; for an API key, of the one who made it. Null where nobody was signed in.
   */
  id: string | null;
  /**
   * The name that they had then.
   */
  name: string | null;
  /**
   * The e-mail address that they had then.
   */
  email: string | null;
};

