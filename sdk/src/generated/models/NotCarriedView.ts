/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionTargetName } from './ConversionTargetName';
export type NotCarriedView = {
  /**
   * Record that would have received the value
   */
  target: ConversionTargetName;
  /**
   * Name of the field
   */
  field: string;
  /**
   * Machine-readable reason
   */
  code: string;
  /**
   * Reason, for people
   */
  detail: string;
};

