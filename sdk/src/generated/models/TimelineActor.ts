/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimelineActor = {
  /**
   * Id of the user
   */
  id: string;
  /**
   * Name of the user
   */
  name: string;
};

