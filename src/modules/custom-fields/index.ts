export {
  CUSTOM_FIELD_RESOURCES,
  CustomFieldSchema,
  type CustomFieldResource,
  type CustomFieldType,
} from './definitions/custom-field.entity.js';
export type { CustomFieldView } from './definitions/custom-fields.dto.js';
export { CustomFieldsModule } from './custom-fields.module.js';
export { KnownFields } from './values/known-fields.js';
export { schemaOf } from './values/field-schemas.js';
