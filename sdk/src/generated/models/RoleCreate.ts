/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type RoleCreate = {
  /**
   * What it is called; every role has a name of its own.
   */
  name: string;
  /**
   * What it is for.
   */
  description?: string | null;
  /**
   * Which records it lets its holders see; their own when left out. Never more than you see.
   */
  recordAccess?: RecordAccess;
  /**
   * What it allows, by name; nothing when left out. Never more than you may.
   */
  permissions?: Array<string>;
  /**
   * Whether its holders must have a second factor.
   */
  requiresTotp?: boolean;
};

