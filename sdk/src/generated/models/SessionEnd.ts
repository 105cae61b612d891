/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Reason for the end of the session
 */
export type SessionEnd = 'signed-out' | 'revoked' | 'password-changed' | 'password-reset' | 'signed-in-again' | 'token-reuse';
