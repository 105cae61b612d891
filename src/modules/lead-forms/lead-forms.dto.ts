import { PartialType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  Matching,
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
import { FIELD_NAME, FORM_FIELD_TYPES, type FormFieldType } from './form-fields.js';
import { Origins } from './origins.js';

/** One question of a form. */
export class LeadFormField {
  /**
   * The field of the lead that the answer becomes: one of its text fields, or `custom.<key>`.
   * @example email
   */
  @Matching(FIELD_NAME) name: string;
  /**
   * What people read beside the field.
   * @example E-mail
   */
  @Text(1, 100) label: string;
  /**
   * What kind of input it is; from the name when left out.
   * @example email
   */
  @Optional() @Choice('LeadFormFieldType', FORM_FIELD_TYPES) type?: FormFieldType;
  /**
   * What a select offers, at most 50; only for a select.
   * @example []
   */
  @Optional() @Texts(1, 100) options?: string[];
  /**
   * Whether it must be filled in.
   * @example true
   */
  @Optional() @Flag() required?: boolean;
  /**
   * How many characters are taken; as many as the lead's field holds when left out.
   * @example 255
   */
  @Optional() @Integer(1, 20000) maxLength?: number;
  /**
   * What stands in the empty field.
   * @example ada@example.com
   */
  @Optional() @Nullable() @Text(1, 100) placeholder?: string | null;
}

/** One question of a form, with nothing left open. */
export class LeadFormFieldView {
  /**
   * The field of the lead that the answer becomes.
   * @example email
   */
  @Matching(FIELD_NAME) name: string;
  /**
   * What people read beside the field.
   * @example E-mail
   */
  @Text(1, 100) label: string;
  /**
   * What kind of input it is.
   * @example email
   */
  @Choice('LeadFormFieldType', FORM_FIELD_TYPES) type: FormFieldType;
  /**
   * What a select offers.
   * @example []
   */
  @Texts(1, 100) options: string[];
  /**
   * Whether it must be filled in.
   * @example true
   */
  @Flag() required: boolean;
  /**
   * How many characters are taken.
   * @example 255
   */
  @Integer(1, 20000) maxLength: number;
  /**
   * What stands in the empty field.
   * @example ada@example.com
   */
  @Nullable() @Text(1, 100) placeholder: string | null;
}

/** What a form is made from. Only a name is needed. */
export class LeadFormCreate {
  /**
   * What your team calls the form.
   * @example "Contact page"
   */
  @Text(1, 255) name: string;
  /**
   * The heading of its page.
   * @example "Contact us"
   */
  @Optional() @Text(1, 255) title?: string;
  /**
   * What stands below the heading.
   * @example "We answer within a day."
   */
  @Optional() @Text(0, 1000) description?: string;
  /**
   * What is asked, in this order, 1 to 30; `email` or `phone` must be among them. Name, e-mail, company and message when left out.
   * @example [{"name": "name", "label": "Name", "required": true}, {"name": "email", "label": "E-mail", "required": true}, {"name": "message", "label": "Message"}]
   */
  @Optional() @NestedList(() => LeadFormField, 1, 30) fields?: LeadFormField[];
  /**
   * Origins of pages whose scripts may submit, and that may show the form in a frame. Advice to browsers, not a lock.
   * @example ["https://www.example.com"]
   */
  @Optional() @Origins() allowedOrigins?: string[];
  /**
   * Where browsers without JavaScript go after submitting; the form's own page of thanks when null.
   * @example https://www.example.com/thanks
   */
  @Optional() @Nullable() @WebAddress(500) redirectUrl?: string | null;
  /**
   * The source of the leads; `website` when left out.
   * @example website
   */
  @Optional() @Text(1, 100) source?: string;
  /**
   * The tags of the leads, at most 50.
   * @example ["contact-form"]
   */
  @Optional() @Texts(1, 50) tags?: string[];
  /**
   * The user who gets the leads; nobody when null.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * Seconds that a person needs at least to fill it in; whoever is quicker is a machine. 2 when left out.
   * @example 2
   */
  @Optional() @Integer(0, 60) minimumFillSeconds?: number;
  /**
   * Minutes in which the same submission counts once; 0 takes every one, 10 when left out.
   * @example 10
   */
  @Optional() @Integer(0, 1440) dedupeMinutes?: number;
  /**
   * How many submissions an hour become leads; 300 when left out.
   * @example 300
   */
  @Optional() @Integer(1, 100000) hourlyLimit?: number;
  /**
   * Whether only submissions from the form's own page are taken, which carries a token. False when left out.
   * @example false
   */
  @Optional() @Flag() tokenRequired?: boolean;
  /**
   * Whether the form takes submissions; true when left out.
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

/** Absent fields stay. */
export class LeadFormUpdate extends PartialType(LeadFormCreate, { skipNullProperties: false }) {}

export class LeadFormView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What your team calls the form.
   * @example "Contact page"
   */
  @Text(1, 255) name: string;
  /**
   * The form's name in its addresses. Everybody may know it.
   * @example 8fKq2Zr6TnV1xYpB4mWc9sLd
   */
  @Text(20, 40) publicKey: string;
  /**
   * The page on which people fill it in.
   * @example https://crm.example.com/forms/8fKq2Zr6TnV1xYpB4mWc9sLd
   */
  @WebAddress() url: string;
  /**
   * Where your own page sends submissions, as JSON or as a form.
   * @example https://crm.example.com/api/v1/forms/8fKq2Zr6TnV1xYpB4mWc9sLd/submissions
   */
  @WebAddress() submitUrl: string;
  /**
   * The heading of its page.
   * @example "Contact us"
   */
  @Text(1, 255) title: string;
  /**
   * What stands below the heading.
   * @example "We answer within a day."
   */
  @Text(0, 1000) description: string;
  /** What is asked, in this order. */
  @NestedList(() => LeadFormFieldView, 1, 30) fields: LeadFormFieldView[];
  /**
   * Origins of pages whose scripts may submit, and that may show the form in a frame.
   * @example ["https://www.example.com"]
   */
  @Origins() allowedOrigins: string[];
  /**
   * Where browsers without JavaScript go after submitting.
   * @example https://www.example.com/thanks
   */
  @Nullable() @WebAddress(500) redirectUrl: string | null;
  /**
   * The source of the leads.
   * @example website
   */
  @Text(1, 100) source: string;
  /**
   * The tags of the leads.
   * @example ["contact-form"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * The user who gets the leads.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Seconds that a person needs at least.
   * @example 2
   */
  @Integer(0, 60) minimumFillSeconds: number;
  /**
   * Minutes in which the same submission counts once.
   * @example 10
   */
  @Integer(0, 1440) dedupeMinutes: number;
  /**
   * How many submissions an hour become leads.
   * @example 300
   */
  @Integer(1, 100000) hourlyLimit: number;
  /**
   * Whether only submissions from the form's own page are taken.
   * @example false
   */
  @Flag() tokenRequired: boolean;
  /**
   * Whether the form takes submissions.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Who made the form.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() createdById: string | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the form.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

const LEAD_FORM_SORTS = ['createdAt', '-createdAt'] as const;

export class LeadFormQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('LeadFormSort', LEAD_FORM_SORTS, 1) sort?: string[];
  /**
   * Only forms that take submissions, or only those that do not.
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /**
   * Forms whose leads get any of these sources.
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Deleted forms instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}
