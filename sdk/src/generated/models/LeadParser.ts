/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Parser of the text: built-in rules, or the language model from the settings
 */
export type LeadParser = 'rules' | 'model';
