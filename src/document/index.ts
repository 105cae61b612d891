export { buildDocument } from './build.js';
export { schemaOfRecord, shapesOf, withCustomFields, type CustomSchemas } from './custom-fields.js';
export { describeEvents, type DescribedEvent } from './event-schemas.js';
export { PublishedDocument } from './published.js';
export { serveDocument } from './serve.js';
export { resolve, type Document, type Schema, type Tag } from './shapes.js';
