/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureLineView } from './ErasureLineView';
import type { ErasureStatus } from './ErasureStatus';
export type ErasureRequestView = {
  /**
   * The request, and its job: `GET /jobs/{id}` tells how far it is.
   */
  id: string;
  /**
   * How it stands; `held` where records had to stay because of a legal hold: ask again once that is released.
   */
  status: ErasureStatus;
  /**
   * A keyed hash of whom it was about: the same person gives the same. Nothing else is kept of them.
   */
  subjectHash: string;
  /**
   * What was removed, and what had to stay, place by place; empty until it is through.
   */
  report: Array<ErasureLineView>;
  /**
   * Who asked for it.
   */
  requestedById: string | null;
  /**
   * When it was asked for.
   */
  createdAt: string;
  /**
   * When it was through.
   */
  completedAt: string | null;
};

