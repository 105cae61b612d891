export { OperatorsModule } from './jobs.module.js';
export { JobView } from './jobs.dto.js';
