/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldView } from './LeadFormFieldView';
export type LeadFormView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Internal name of the form
   */
  name: string;
  /**
   * Public key of the form, used in its URLs; not secret
   */
  publicKey: string;
  /**
   * URL of the form page
   */
  url: string;
  /**
   * URL that your own page sends submissions to, as JSON or form data
   */
  submitUrl: string;
  /**
   * Heading of the form page
   */
  title: string;
  /**
   * Text below the heading
   */
  description: string;
  /**
   * Input fields in display order
   */
  fields: Array<LeadFormFieldView>;
  /**
   * Web origins whose scripts may submit the form and whose pages may embed it
   */
  allowedOrigins: Array<string>;
  /**
   * URL that browsers without JavaScript are sent to after submitting
   */
  redirectUrl: string | null;
  /**
   * Source of the leads
   */
  source: string;
  /**
   * Tags of the leads
   */
  tags: Array<string>;
  /**
   * Id of the owner of the leads
   */
  ownerId: string | null;
  /**
   * Minimum time in seconds to fill in the form
   */
  minimumFillSeconds: number;
  /**
   * Minutes in which identical submissions count once
   */
  dedupeMinutes: number;
  /**
   * Maximum number of submissions per hour that become leads
   */
  hourlyLimit: number;
  /**
   * Whether a token from the form page is required
   */
  tokenRequired: boolean;
  /**
   * Whether the form accepts submissions
   */
  enabled: boolean;
  /**
   * Id of the user who created the form
   */
  createdById: string | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the form
   */
  version: number;
};

