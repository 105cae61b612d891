/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangesOfKind } from './ChangesOfKind';
export type PipelineChangesView = {
  /**
   * The pipeline.
   */
  pipelineId: string;
  /**
   * Since when.
   */
  since: string;
  /**
   * Every kind of change; a deal may be in several.
   */
  changes: Array<ChangesOfKind>;
};

