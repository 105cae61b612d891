/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionContact } from './ConversionContact';
export type ContactTarget = {
  /**
   * The contact that the lead is joined to; only their empty fields are filled.
   */
  id?: string;
  /**
   * A new contact.
   */
  create?: ConversionContact;
};

