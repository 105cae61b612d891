/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessTeam = {
  /**
   * The team's id.
   */
  id: string;
  /**
   * The team's name.
   */
  name: string;
};

