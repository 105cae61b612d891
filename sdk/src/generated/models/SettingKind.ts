/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Data type of the setting
 */
export type SettingKind = 'text' | 'email' | 'url' | 'currency' | 'country' | 'timezone' | 'rules' | 'integer' | 'flag';
