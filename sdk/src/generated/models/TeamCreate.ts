/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TeamCreate = {
  /**
   * Name, unique among teams
   */
  name: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Id of the team lead, an active user; the team lead has no additional permissions
   */
  leadId?: string | null;
};

