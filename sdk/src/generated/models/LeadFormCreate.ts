/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormField } from './LeadFormField';
export type LeadFormCreate = {
  /**
   * Internal name of the form
   */
  name: string;
  /**
   * Heading of the form page
   */
  title?: string | null;
  /**
   * Text below the heading
   */
  description?: string | null;
  /**
   * Input fields in display order, 1 to 30; must include `email` or `phone`. Default: name, e-mail, company and message.
   */
  fields?: Array<LeadFormField>;
  /**
   * Web origins whose scripts may submit the form and whose pages may embed it. Browsers enforce this; other clients do not.
   */
  allowedOrigins?: Array<string>;
  /**
   * URL that browsers without JavaScript are sent to after submitting; null for the built-in confirmation page
   */
  redirectUrl?: string | null;
  /**
   * Source of the leads; default `website`
   */
  source?: string | null;
  /**
   * Tags of the leads, at most 50
   */
  tags?: Array<string>;
  /**
   * Id of the owner of the leads; null for none
   */
  ownerId?: string | null;
  /**
   * Minimum time in seconds to fill in the form; faster submissions are treated as spam. Default 2.
   */
  minimumFillSeconds?: number;
  /**
   * Minutes in which identical submissions count once; 0 accepts all, default 10
   */
  dedupeMinutes?: number;
  /**
   * Maximum number of submissions per hour that become leads; default 300
   */
  hourlyLimit?: number;
  /**
   * Whether a token from the form page is required, so that other pages cannot submit; default false
   */
  tokenRequired?: boolean;
  /**
   * Whether the form accepts submissions; default true
   */
  enabled?: boolean;
};

