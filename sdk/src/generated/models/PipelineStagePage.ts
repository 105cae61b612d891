/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
import type { PipelineStageView } from './PipelineStageView';
export type PipelineStagePage = {
  /**
   * The records, in the order asked for.
   */
  data: Array<PipelineStageView>;
  /**
   * How to go on from here.
   */
  pageInfo: PageInfo;
  /**
   * Only where `count` was asked for.
   */
  total?: PageTotal;
};

