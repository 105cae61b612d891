/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FieldDependentView = {
  /**
   * Name of the dependent object
   */
  title: string;
  /**
   * Effect of the deletion
   */
  effect: string;
  /**
   * Path of the object in the API
   */
  path: string;
  /**
   * Id of the user who is notified of the deletion; null for the setting `admin_email`
   */
  ownerId: string | null;
};

