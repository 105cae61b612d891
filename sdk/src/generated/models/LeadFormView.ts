/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldView } from './LeadFormFieldView';
export type LeadFormView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What your team calls the form.
   */
  name: string;
  /**
   * The form's name in its addresses. Everybody may know it.
   */
  publicKey: string;
  /**
   * The page on which people fill it in.
   */
  url: string;
  /**
   * Where your own page sends submissions, as JSON or as a form.
   */
  submitUrl: string;
  /**
   * The heading of its page.
   */
  title: string;
  /**
   * What stands below the heading.
   */
  description: string;
  /**
   * What is asked, in this order.
   */
  fields: Array<LeadFormFieldView>;
  /**
   * Origins of pages whose scripts may submit, and that may show the form in a frame.
   */
  allowedOrigins: Array<string>;
  /**
   * Where browsers without JavaScript go after submitting.
   */
  redirectUrl: string | null;
  /**
   * The source of the leads.
   */
  source: string;
  /**
   * The tags of the leads.
   */
  tags: Array<string>;
  /**
   * The user who gets the leads.
   */
  ownerId: string | null;
  /**
   * Seconds that a person needs at least.
   */
  minimumFillSeconds: number;
  /**
   * Minutes in which the same submission counts once.
   */
  dedupeMinutes: number;
  /**
   * How many submissions an hour become leads.
   */
  hourlyLimit: number;
  /**
   * Whether only submissions from the form's own page are taken.
   */
  tokenRequired: boolean;
  /**
   * Whether the form takes submissions.
   */
  enabled: boolean;
  /**
   * Who made the form.
   */
  createdById: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the form.
   */
  version: number;
};

