/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Action
 */
export type AuditAction = 'create' | 'read' | 'update' | 'delete' | 'restore' | 'login' | 'logout' | 'export' | 'import' | 'merge' | 'purge';
