/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionTargetName } from './ConversionTargetName';
export type NotCarriedView = {
  /**
   * Where it would have gone.
   */
  target: ConversionTargetName;
  /**
   * The field.
   */
  field: string;
  /**
   * Why not, in a word.
   */
  code: string;
  /**
   * Why not, in words.
   */
  detail: string;
};

