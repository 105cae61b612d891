/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadCreate = {
  /**
   * The person's full name; made from `firstName` and `lastName` when left out.
   */
  name?: string;
  /**
   * Given name; split from `name` when left out.
   */
  firstName?: string | null;
  /**
   * Family name; split from `name` when left out.
   */
  lastName?: string | null;
  /**
   * E-mail address, kept in lower case.
   */
  email?: string | null;
  /**
   * Phone number as people write it; E.164 is best.
   */
  phone?: string | null;
  /**
   * The company the person speaks for.
   */
  company?: string | null;
  /**
   * What the person does there.
   */
  jobTitle?: string | null;
  /**
   * The company's or the person's website.
   */
  website?: string | null;
  /**
   * The budget in the lead's own words.
   */
  budget?: string | null;
  /**
   * What is to be done.
   */
  projectType?: string | null;
  /**
   * What the lead wrote.
   */
  message?: string;
  /**
   * Where the lead came from.
   */
  source?: string | null;
  /**
   * What the lead may be worth, as a decimal with at most two places.
   */
  estimatedValue?: string | null;
  /**
   * Currency of `estimatedValue`, ISO 4217; the setting `default_currency` when left out.
   */
  currency?: string | null;
  /**
   * The day by which it may be decided.
   */
  expectedCloseDate?: string | null;
  /**
   * The user who works on the lead, who must be allowed to read leads. Callers who see only their own or their team's leads become owner when it and `teamId` are left out.
   */
  ownerId?: string | null;
  /**
   * The team whose lead it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   */
  teamId?: string | null;
  /**
   * Internal notes.
   */
  notes?: string | null;
  /**
   * Labels, at most 50.
   */
  tags?: Array<string>;
  /**
   * What else is known of the origin: UTM parameters, referrer, form.
   */
  metadata?: Record<string, any>;
  /**
   * The ids that other systems have for this lead, by system. Each is unique among living leads.
   */
  externalIds?: Record<string, string>;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

