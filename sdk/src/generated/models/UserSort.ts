/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserSort = 'createdAt' | '-createdAt' | 'name' | '-name' | 'email' | '-email' | 'lastLoginAt' | '-lastLoginAt';
