/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { UserRef } from './UserRef';
export type TeamView = {
  /**
   * Id of the team
   */
  id: string;
  /**
   * Name, unique among teams
   */
  name: string;
  /**
   * Description
   */
  description: string | null;
  /**
   * Id of the team lead, who has no additional permissions
   */
  leadId: string | null;
  /**
   * Id and name of the team lead
   */
  lead: UserRef | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, also in the ETag
   */
  version: number;
};

