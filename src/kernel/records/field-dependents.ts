import { SetMetadata } from '@nestjs/common';

/** Something that uses a custom field and stops working when the field is deleted. */
export interface FieldDependent {
  /** The user to notify. Null for the setting `admin_email`. */
  readonly ownerId: string | null;
  /** For example `Webhook "Orders"`. */
  readonly title: string;
  /** The effect of the deletion, for example `delivers nothing`. */
  readonly effect: string;
  /** Path in the API, for example `/webhooks/0193…`. */
  readonly path: string;
}

/** Finds uses of custom fields in one module. */
export interface FieldDependents {
  /** Finds uses of this field. `name` has the form of filters, for example `custom.size`. */
  find(resource: string, name: string): Promise<readonly FieldDependent[]>;
}

export const FIELD_DEPENDENTS = 'kontor:field-dependents';

/** Marks a provider that implements `FieldDependents`. Kontor calls the provider before a custom field is deleted. */
export const DependsOnFields = (): ClassDecorator => SetMetadata(FIELD_DEPENDENTS, true);

/** Returns whether a stored filter uses a field of its own records. Only saved views can filter by linked records. */
export function namesField(filter: unknown, name: string): boolean {
  if (Array.isArray(filter)) return filter.some((part) => namesField(part, name));
  if (typeof filter !== 'object' || filter === null) return false;
  const { and, or, not, field } = filter as Readonly<Record<string, unknown>>;
  return field === name || [and, or, not].some((part) => namesField(part, name));
}
