import { Choice, Flag, Integer, Matching, Nullable, Optional, Text, Texts } from '../../../kernel/fields.js';
import { FIELD_NAME, FORM_FIELD_TYPES, type FormFieldType } from './form-fields.js';

export class LeadFormField {
  /**
   * Lead field that receives the value: a text field, or `custom.<key>`
   * @example email
   */
  @Matching(FIELD_NAME) name: string;
  /**
   * Label of the input
   * @example E-mail
   */
  @Text(1, 100) label: string;
  /**
   * Input type; depends on the field name
   * @example email
   */
  @Optional() @Choice('LeadFormFieldType', FORM_FIELD_TYPES) type?: FormFieldType;
  /**
   * Options of a select, at most 50; only for type `select`
   * @example []
   */
  @Optional() @Texts(1, 100) options?: string[];
  /**
   * Whether a value is required
   * @example true
   */
  @Optional() @Flag() required?: boolean;
  /**
   * Maximum length in characters; default: the maximum length of the lead field
   * @example 255
   */
  @Optional() @Integer(1, 20000) maxLength?: number;
  /**
   * Placeholder text
   * @example ada@example.com
   */
  @Optional() @Nullable() @Text(1, 100) placeholder?: string | null;
}

export class LeadFormFieldView {
  /**
   * Lead field that receives the value
   * @example email
   */
  @Matching(FIELD_NAME) name: string;
  /**
   * Label of the input
   * @example E-mail
   */
  @Text(1, 100) label: string;
  /**
   * Input type
   * @example email
   */
  @Choice('LeadFormFieldType', FORM_FIELD_TYPES) type: FormFieldType;
  /**
   * Options of a select
   * @example []
   */
  @Texts(1, 100) options: string[];
  /**
   * Whether a value is required
   * @example true
   */
  @Flag() required: boolean;
  /**
   * Maximum length in characters
   * @example 255
   */
  @Integer(1, 20000) maxLength: number;
  /**
   * Placeholder text
   * @example ada@example.com
   */
  @Nullable() @Text(1, 100) placeholder: string | null;
}
