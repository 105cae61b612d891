export { buildDocument } from './build.js';
export { schemaOfRecord, shapesOf, withCustomFields, type CustomSchemas } from './schemas/custom-fields.js';
export { describeEvents, type DescribedEvent } from './schemas/event-schemas.js';
export { PublishedDocument } from './published.js';
export { serveDocument } from './swagger-ui/serve.js';
export { resolve, type Document, type Schema } from './schemas/shapes.js';
