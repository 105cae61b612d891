/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadUpdate = {
  /**
   * Full name; built from `firstName` and `lastName` if omitted
   */
  name?: string | null;
  /**
   * First name; taken from `name` if omitted
   */
  firstName?: string | null;
  /**
   * Last name; taken from `name` if omitted
   */
  lastName?: string | null;
  /**
   * E-mail address, stored in lower case
   */
  email?: string | null;
  /**
   * Phone number in any common notation; E.164 is recommended
   */
  phone?: string | null;
  /**
   * Name of the person's company
   */
  company?: string | null;
  /**
   * Job title
   */
  jobTitle?: string | null;
  /**
   * Website URL of the company or person
   */
  website?: string | null;
  /**
   * Budget, as stated by the lead
   */
  budget?: string | null;
  /**
   * Project type
   */
  projectType?: string | null;
  /**
   * Message of the lead
   */
  message?: string | null;
  /**
   * Source of the lead
   */
  source?: string | null;
  /**
   * Estimated value, decimal with at most two decimal places
   */
  estimatedValue?: string | null;
  /**
   * Currency of `estimatedValue`, ISO 4217; default: the setting `default_currency`
   */
  currency?: string | null;
  /**
   * Expected close date
   */
  expectedCloseDate?: string | null;
  /**
   * Internal notes
   */
  notes?: string | null;
  /**
   * Tags, at most 50
   */
  tags?: Array<string>;
  /**
   * Additional data about the origin, such as UTM parameters, referrer or form
   */
  metadata?: Record<string, any>;
  /**
   * Ids of the lead in other systems, by system name; each is unique among leads that are not deleted
   */
  externalIds?: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields?: Record<string, any>;
};

