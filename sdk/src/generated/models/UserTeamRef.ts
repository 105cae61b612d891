/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserTeamRef = {
  /**
   * Id of the team
   */
  id: string;
  /**
   * Name
   */
  name: string;
};

