/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActorKind } from './ActorKind';
export type EventActor = {
  /**
   * Type of credential
   */
  kind: ActorKind;
  /**
   * Id of the user; for an API key, its creator
   */
  userId: string;
  /**
   * Id of the API key; null for other credentials
   */
  apiKeyId?: string;
  /**
   * E-mail address of the user at that time
   */
  email: string;
  /**
   * Name of the user at that time
   */
  name: string;
};

