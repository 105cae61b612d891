/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangesOfKind } from './ChangesOfKind';
export type PipelineChangesView = {
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * Start time of the comparison
   */
  since: string;
  /**
   * All kinds of changes; one deal can be counted in several
   */
  changes: Array<ChangesOfKind>;
};

