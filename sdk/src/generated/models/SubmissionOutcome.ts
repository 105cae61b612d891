/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Outcome of the submission
 */
export type SubmissionOutcome = 'accepted' | 'duplicate' | 'held' | 'rejected' | 'invalid' | 'disabled';
