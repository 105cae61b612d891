/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TeamUpdate = {
  /**
   * What it is called; every team has a name of its own.
   */
  name?: string;
  /**
   * What it is for.
   */
  description?: string | null;
  /**
   * Who leads it: an active user. That gives no rights by itself.
   */
  leadId?: string | null;
};

