/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessRecord = {
  /**
   * The kind of record.
   */
  resource: string;
  /**
   * Its id.
   */
  id: string;
  /**
   * The owner.
   */
  ownerId: string | null;
  /**
   * The team.
   */
  teamId: string | null;
};

