/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimelineActor = {
  /**
   * The user's id; null for what came in by itself.
   */
  id: string | null;
  /**
   * The user's name.
   */
  name: string;
};

