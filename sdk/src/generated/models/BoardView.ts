/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BoardColumnView } from './BoardColumnView';
export type BoardView = {
  /**
   * The pipeline.
   */
  pipelineId: string;
  /**
   * The moment that was asked for; null for now.
   */
  asOf: string | null;
  /**
   * A column a stage, in order; of retired stages those in which there is something.
   */
  columns: Array<BoardColumnView>;
};

