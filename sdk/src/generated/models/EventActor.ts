/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActorKind } from './ActorKind';
export type EventActor = {
  /**
   * What they came with.
   */
  kind: ActorKind;
  /**
   * The id of the user; for an API key, of the one who made it.
   */
  userId: string;
  /**
   * The id of the API key, if they came with one.
   */
  apiKeyId?: string;
  /**
   * The e-mail address that the user had then.
   */
  email: string;
  /**
   * The name that the user had then.
   */
  name: string;
};

