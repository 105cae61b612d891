export { buildDocument } from './build.js';
export { serveDocument } from './serve.js';
export type { Tag } from './shapes.js';
