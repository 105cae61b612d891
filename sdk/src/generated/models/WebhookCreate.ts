/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookCreate = {
  /**
   * What your team calls the endpoint.
   */
  name: string;
  /**
   * What it is for.
   */
  description?: string;
  /**
   * Where events are sent: `https` on a public host (`http` too outside production), without user name or password in it.
   */
  url: string;
  /**
   * What it is told, 1 to 50: `*`, all of a kind such as `lead.*`, or exact types such as `lead.created`.
   */
  events: Array<string>;
  /**
   * Only events whose record meets this filter, in the language of `POST /leads/search`. All events must be about one kind of record then.
   */
  filter?: Record<string, any> | null;
  /**
   * Headers that are sent along, at most 20. Their values are never shown again; null removes one.
   */
  headers?: Record<string, string | null>;
  /**
   * Whether it is told anything; true when left out. What it misses while it is not is kept as `skipped`.
   */
  enabled?: boolean;
  /**
   * How many requests it gets at once; 4 when left out.
   */
  maxConcurrency?: number;
  /**
   * Whether events are sent strictly one after the other: one that fails holds up those behind it. False when left out.
   */
  isOrdered?: boolean;
  /**
   * Your own secret instead of a made one: at least 24 visible ASCII characters, or `whsec_` and 24 to 64 bytes in base64.
   */
  secret?: string;
};

