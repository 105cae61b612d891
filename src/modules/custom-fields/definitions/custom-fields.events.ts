import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { CustomFieldView } from './custom-fields.dto.js';

export type CustomFieldChange = Change<CustomFieldView>;

const carried = { object: () => CustomFieldView };

export const customFieldCreated = defineEvent<CustomFieldChange>(
  'custom_field.created',
  'custom-fields',
  'A custom field was created.',
  carried,
);
export const customFieldUpdated = defineEvent<CustomFieldChange>(
  'custom_field.updated',
  'custom-fields',
  'A custom field was changed, moved, archived or restored.',
  { ...carried, example: { label: ['Branch', 'Industry'] } },
);
export const customFieldDeleted = defineEvent<CustomFieldChange>(
  'custom_field.deleted',
  'custom-fields',
  'The definition of a custom field was deleted; stored values remain.',
  carried,
);
