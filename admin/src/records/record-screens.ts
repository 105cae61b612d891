import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';
import type { RecordData } from '../data/calls';

export interface RecordComponentProperties {
  readonly screens: RecordScreens;
  readonly record: RecordData;
}

/** A tab of the record page. `load` imports a module that exports `Tab`, only when the tab is opened. */
export interface RecordTab {
  readonly name: string;
  /** Whether the type has the tab; default: yes. */
  readonly isShown?: (screens: RecordScreens) => boolean;
  readonly load: () => Promise<{ Tab: ComponentType<RecordComponentProperties> }>;
}

/** Records of another type that name a record in one of their fields. */
export interface Relation {
  readonly resource: string;
  readonly field: string;
  /** Fields that are shown beside the name. */
  readonly shown: readonly string[];
}

/** What differs between record types. Everything else comes from the metadata of the server. */
export interface RecordScreens {
  /** Name in the path of the API and of the page. */
  readonly resource: string;
  readonly icon: SvgIconComponent;
  /** Field that names the record. */
  readonly title: string;
  readonly subtitle?: (record: RecordData) => string | undefined;
  /** Columns of a new person. Each person can choose others. */
  readonly columns: readonly string[];
  /** Fields with counts in the side bar of the list. */
  readonly facets: readonly string[];
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  /** Linked records that list and page read together with the record. */
  readonly include: readonly string[];
  /** Groups of fields on the page. Custom fields follow in a group of their own. */
  readonly groups: readonly { readonly name: string; readonly fields: readonly string[] }[];
  /** Fields of the form for a new record. */
  readonly createFields: readonly string[];
  /** Required in addition to the metadata, such as the name of a lead. */
  readonly requiredFields?: readonly string[];
  /** First values of a new record. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Values that a person may choose, if the field has others too. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Whether the page shows a field of this record, such as the direction of a call; default: yes. */
  readonly isFieldShown?: (name: string, record: RecordData) => boolean;
  /** Whether the form for a new record has the field, with the values typed so far; default: yes. */
  readonly isFieldOffered?: (name: string, values: Readonly<Record<string, unknown>>) => boolean;
  /** Fields that are not edited in place. */
  readonly fixedFields?: readonly string[];
  /** Buttons in the header of the page. */
  readonly Actions?: ComponentType<RecordComponentProperties>;
  /** Shown above the fields of the page. */
  readonly Panel?: ComponentType<RecordComponentProperties>;
  /** Whether the record can no longer be changed, such as a converted lead. */
  readonly isReadOnly?: (record: RecordData) => boolean;
  /** Records of other types that name this record. */
  readonly related?: readonly Relation[];
  /** Other ways to create a record of the type. */
  readonly otherCreates?: readonly { readonly path: string; readonly label: string }[];
  /** Part of the page between header and fields, such as the stages of a deal. */
  readonly Banner?: ComponentType<RecordComponentProperties>;
  readonly tabs?: readonly RecordTab[];
  /** Property under which a bulk result holds the record: `company`. */
  readonly singular: string;
}

export const titleOf = ({ title }: RecordScreens, record: RecordData): string => {
  const text = record[title];
  return typeof text === 'string' && text !== '' ? text : record.id;
};
