export { logging, logRequest } from './logging.js';
