/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimelineActor = {
  /**
   * The user's id.
   */
  id: string;
  /**
   * The user's name.
   */
  name: string;
};

