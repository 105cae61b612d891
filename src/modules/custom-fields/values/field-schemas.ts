import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

type Schema = Record<string, unknown>;
type Definition = Pick<
  CustomFieldView,
  'type' | 'label' | 'description' | 'options' | 'maxLength' | 'minimum' | 'maximum'
>;

function shapeOf({ type, options, maxLength, minimum, maximum }: Definition): Schema {
  const values = options.map(({ value }) => value);
  switch (type) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength };
    case 'number':
      return { type: 'number', ...(minimum !== null && { minimum }), ...(maximum !== null && { maximum }) };
    case 'money':
      return { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,2})?$', maxLength: 15 };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: values };
    case 'multi-choice':
      return { type: 'array', uniqueItems: true, items: { type: 'string', enum: values } };
    case 'url':
      return { type: 'string', format: 'uri', maxLength: 500 };
    case 'email':
      return { type: 'string', format: 'email', maxLength: 255 };
    default:
      return { type: 'string', format: 'uuid' };
  }
}

/** Returns the OpenAPI 3.0 schema for the values of a field. */
export const schemaOf = (definition: Definition): Schema => ({
  ...shapeOf(definition),
  description: definition.description ?? definition.label,
});
