/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FieldDependentView } from './FieldDependentView';
export type FieldDependentsView = {
  /**
   * Objects that use the field, sorted by title
   */
  data: Array<FieldDependentView>;
};

