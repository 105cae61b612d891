/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What its values are.
 */
export type SettingKind = 'text' | 'email' | 'url' | 'currency' | 'country' | 'timezone' | 'rules' | 'integer' | 'flag';
