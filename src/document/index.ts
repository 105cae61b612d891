export { buildDocument } from './build.js';
export { describeEvents, type DescribedEvent } from './event-schemas.js';
export { serveDocument } from './serve.js';
export type { Tag } from './shapes.js';
