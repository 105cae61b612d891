/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormField } from './LeadFormField';
export type LeadFormCreate = {
  /**
   * What your team calls the form.
   */
  name: string;
  /**
   * The heading of its page.
   */
  title?: string;
  /**
   * What stands below the heading.
   */
  description?: string;
  /**
   * What is asked, in this order, 1 to 30; `email` or `phone` must be among them. Name, e-mail, company and message when left out.
   */
  fields?: Array<LeadFormField>;
  /**
   * Origins of pages whose scripts may submit, and that may show the form in a frame. Advice to browsers, not a lock.
   */
  allowedOrigins?: Array<string>;
  /**
   * Where browsers without JavaScript go after submitting; the form's own page of thanks when null.
   */
  redirectUrl?: string | null;
  /**
   * The source of the leads; `website` when left out.
   */
  source?: string;
  /**
   * The tags of the leads, at most 50.
   */
  tags?: Array<string>;
  /**
   * The user who gets the leads; nobody when null.
   */
  ownerId?: string | null;
  /**
   * Seconds that a person needs at least to fill it in; whoever is quicker is a machine. 2 when left out.
   */
  minimumFillSeconds?: number;
  /**
   * Minutes in which the same submission counts once; 0 takes every one, 10 when left out.
   */
  dedupeMinutes?: number;
  /**
   * How many submissions an hour become leads; 300 when left out.
   */
  hourlyLimit?: number;
  /**
   * Whether only submissions from the form's own page are taken, which carries a token. False when left out.
   */
  tokenRequired?: boolean;
  /**
   * Whether the form takes submissions; true when left out.
   */
  enabled?: boolean;
};

