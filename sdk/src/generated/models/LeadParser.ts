/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who read the text: the built-in rules, or the language model of the settings.
 */
export type LeadParser = 'rules' | 'model';
