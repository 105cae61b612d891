/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type RoleView = {
  /**
   * The role.
   */
  id: string;
  /**
   * What it is called; every role has a name of its own.
   */
  name: string;
  /**
   * What it is for.
   */
  description: string | null;
  /**
   * Which records it lets its holders see: their own, those of their team, or all.
   */
  recordAccess: RecordAccess;
  /**
   * What it allows, by name.
   */
  permissions: Array<string>;
  /**
   * Whether its holders must have a second factor.
   */
  requiresTotp: boolean;
  /**
   * Whether it came with Kontor. Of such a role only `requiresTotp` is changed.
   */
  isSystem: boolean;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   */
  version: number;
};

