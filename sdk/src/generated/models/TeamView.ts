/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { UserRef } from './UserRef';
export type TeamView = {
  /**
   * The team.
   */
  id: string;
  /**
   * What it is called; every team has a name of its own.
   */
  name: string;
  /**
   * What it is for.
   */
  description: string | null;
  /**
   * Who leads it; that gives no rights by itself.
   */
  leadId: string | null;
  /**
   * The same by name.
   */
  lead: UserRef | null;
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

