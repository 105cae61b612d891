type RecordType = 'activities' | 'companies' | 'contacts' | 'deals' | 'leads';

/** The custom fields of a company by record type, as `npx kontor-sdk types` writes them. */
export type CustomFieldTypes = { readonly [Name in RecordType]?: object };

type Untyped = Record<string, unknown>;
type FieldsOf<C, Name> = Name extends keyof C ? NonNullable<C[Name]> : never;

/** The values of a record. Fields without a value are omitted. */
export type CustomValues<C, Name> = Name extends keyof C ? Partial<FieldsOf<C, Name>> : Untyped;

/** The values of a new record. */
export type NewCustomValues<C, Name> = Name extends keyof C ? FieldsOf<C, Name> : Untyped;

/** Changed values; null clears a value. */
export type CustomChanges<C, Name> = Name extends keyof C
  ? { readonly [Key in keyof FieldsOf<C, Name>]?: FieldsOf<C, Name>[Key] | null | undefined }
  : Untyped;
