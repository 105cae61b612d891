/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What became of it.
 */
export type SubmissionOutcome = 'accepted' | 'duplicate' | 'spam' | 'invalid' | 'limited' | 'disabled';
