export { LeadIntakeModule } from './lead-intake.module.js';
