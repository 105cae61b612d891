/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldView } from './MetaFieldView';
export type MetaObjectDetailView = {
  /**
   * Its name, as in the path.
   */
  name: string;
  /**
   * What people read.
   */
  label: string;
  /**
   * Whether its records can be given fields.
   */
  hasCustomFields: boolean;
  /**
   * What this credential may do with such records.
   */
  actions: Array<string>;
  /**
   * Its fields: its own in the order in which records show them, then custom ones.
   */
  fields: Array<MetaFieldView>;
};

