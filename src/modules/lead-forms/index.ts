export { LeadForm, LeadFormSchema } from './lead-form.entity.js';
export { LeadFormView } from './lead-forms.dto.js';
export {
  leadFormCreated,
  leadFormDeleted,
  leadFormRestored,
  leadFormUpdated,
  type LeadFormChange,
} from './lead-forms.events.js';
export { LeadFormsModule } from './lead-forms.module.js';
