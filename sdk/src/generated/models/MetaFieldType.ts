/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Data type of the field
 */
export type MetaFieldType = 'text' | 'integer' | 'decimal' | 'boolean' | 'timestamp' | 'day' | 'choice' | 'uuid' | 'tags' | 'json' | 'list' | 'object';
