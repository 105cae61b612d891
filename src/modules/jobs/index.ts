export { JobAdminModule } from './job-admin.module.js';
export { JobView } from './jobs.dto.js';
