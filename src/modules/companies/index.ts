export {
  COMPANY_SIZES,
  COMPANY_STATUSES,
  Company,
  CompanySchema,
  type CompanySize,
  type CompanyStatus,
} from './company.entity.js';
export { CompanyCreate, CompanyRef, CompanyView } from './companies.dto.js';
export {
  companyAssigned,
  companyCreated,
  companyDeleted,
  companyPurged,
  companyRestored,
  companyUpdated,
  type CompanyChange,
} from './companies.events.js';
export { companyFields } from './companies.fields.js';
export { CompaniesModule } from './companies.module.js';
export { CompaniesQueries, companyBelonging, companyKind, companySource } from './companies.queries.js';
export { CompaniesService } from './companies.service.js';
export { domainIn, domainOfWebsite } from './drafts/company-domain.js';
