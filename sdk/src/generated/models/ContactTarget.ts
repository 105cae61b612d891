/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionContact } from './ConversionContact';
export type ContactTarget = {
  /**
   * Id of an existing contact to link; only its empty fields are filled
   */
  id?: string;
  /**
   * Data of a new contact
   */
  create?: ConversionContact;
};

