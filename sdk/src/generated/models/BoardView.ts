/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BoardColumnView } from './BoardColumnView';
export type BoardView = {
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * The requested time; null for now
   */
  asOf: string | null;
  /**
   * Columns in stage order; retired stages are listed only if they hold deals
   */
  columns: Array<BoardColumnView>;
};

