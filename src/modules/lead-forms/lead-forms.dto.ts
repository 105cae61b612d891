import { PartialType } from '@nestjs/swagger';
import {
  ClearableText,
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
  TextsParameter,
  Timestamp,
  WebAddress,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { AllowedOrigins } from './allowed-origins.js';
import { LeadFormField, LeadFormFieldView } from './fields/form-fields.dto.js';

export class LeadFormCreate {
  /**
   * Internal name of the form
   * @example "Contact page"
   */
  @Text(1, 255) name: string;
  /**
   * Heading of the form page
   * @example "Contact us"
   */
  @Optional() @Nullable() @Text(1, 255) title?: string | null;
  /**
   * Text below the heading
   * @example "We answer within a day."
   */
  @ClearableText(1000) description?: string;
  /**
   * Input fields in display order, 1 to 30; must include `email` or `phone`. Default: name, e-mail, company and
   * message.
   * @example [{"name": "name", "label": "Name", "required": true}, {"name": "email", "label": "E-mail", "required": true}, {"name": "message", "label": "Message"}]
   */
  @Optional() @NestedList(() => LeadFormField, 1, 30) fields?: LeadFormField[];
  /**
   * Web origins whose scripts may submit the form and whose pages may embed it. Browsers enforce this; other clients do
   * not.
   * @example ["https://www.example.com"]
   */
  @Optional() @AllowedOrigins() allowedOrigins?: string[];
  /**
   * URL that browsers without JavaScript are sent to after submitting; null for the built-in confirmation page
   * @example https://www.example.com/thanks
   */
  @Optional() @Nullable() @WebAddress(500) redirectUrl?: string | null;
  /**
   * Source of the leads; default `website`
   * @example website
   */
  @Optional() @Nullable() @Text(1, 100) source?: string | null;
  /**
   * Tags of the leads, at most 50
   * @example ["contact-form"]
   */
  @Optional() @Texts(1, 50) tags?: string[];
  /**
   * Id of the owner of the leads; null for none
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * Minimum time in seconds to fill in the form; faster submissions are treated as spam. Default 2.
   * @example 2
   */
  @Optional() @Integer(0, 60) minimumFillSeconds?: number;
  /**
   * Minutes in which identical submissions count once; 0 accepts all, default 10
   * @example 10
   */
  @Optional() @Integer(0, 1440) dedupeMinutes?: number;
  /**
   * Maximum number of submissions per hour that become leads; default 300
   * @example 300
   */
  @Optional() @Integer(1, 100000) hourlyLimit?: number;
  /**
   * Whether a token from the form page is required, so that other pages cannot submit; default false
   * @example false
   */
  @Optional() @Flag() tokenRequired?: boolean;
  /**
   * Whether the form accepts submissions; default true
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

/** Absent fields stay unchanged. */
export class LeadFormUpdate extends PartialType(LeadFormCreate, { skipNullProperties: false }) {}

export class LeadFormView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Internal name of the form
   * @example "Contact page"
   */
  @Text(1, 255) name: string;
  /**
   * Public key of the form, used in its URLs; not secret
   * @example 8fKq2Zr6TnV1xYpB4mWc9sLd
   */
  @Text(20, 40) publicKey: string;
  /**
   * URL of the form page
   * @example https://crm.example.com/forms/8fKq2Zr6TnV1xYpB4mWc9sLd
   */
  @WebAddress() url: string;
  /**
   * URL that your own page sends submissions to, as JSON or form data
   * @example https://crm.example.com/api/v1/forms/8fKq2Zr6TnV1xYpB4mWc9sLd/submissions
   */
  @WebAddress() submitUrl: string;
  /**
   * Heading of the form page
   * @example "Contact us"
   */
  @Text(1, 255) title: string;
  /**
   * Text below the heading
   * @example "We answer within a day."
   */
  @Text(0, 1000) description: string;
  /** Input fields in display order */
  @NestedList(() => LeadFormFieldView, 1, 30) fields: LeadFormFieldView[];
  /**
   * Web origins whose scripts may submit the form and whose pages may embed it
   * @example ["https://www.example.com"]
   */
  @AllowedOrigins() allowedOrigins: string[];
  /**
   * URL that browsers without JavaScript are sent to after submitting
   * @example https://www.example.com/thanks
   */
  @Nullable() @WebAddress(500) redirectUrl: string | null;
  /**
   * Source of the leads
   * @example website
   */
  @Text(1, 100) source: string;
  /**
   * Tags of the leads
   * @example ["contact-form"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Id of the owner of the leads
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Minimum time in seconds to fill in the form
   * @example 2
   */
  @Integer(0, 60) minimumFillSeconds: number;
  /**
   * Minutes in which identical submissions count once
   * @example 10
   */
  @Integer(0, 1440) dedupeMinutes: number;
  /**
   * Maximum number of submissions per hour that become leads
   * @example 300
   */
  @Integer(1, 100000) hourlyLimit: number;
  /**
   * Whether a token from the form page is required
   * @example false
   */
  @Flag() tokenRequired: boolean;
  /**
   * Whether the form accepts submissions
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Id of the user who created the form
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() createdById: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the form
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

const LEAD_FORM_SORTS = ['createdAt', '-createdAt'] as const;

export class LeadFormQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('LeadFormSort', LEAD_FORM_SORTS, 1) sort?: string[];
  /**
   * True for enabled forms only, false for disabled forms only
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /**
   * Sources that the forms set; repeat to match any of several
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Whether to return deleted forms instead of active forms
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}
