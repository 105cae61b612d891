/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TeamRef = {
  /**
   * Id of the team
   */
  id: string;
  /**
   * Name of the team
   */
  name: string;
};

