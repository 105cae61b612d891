export {
  COMPANY_SIZES,
  COMPANY_STATUSES,
  Company,
  CompanySchema,
  type CompanySize,
  type CompanyStatus,
} from './company.entity.js';
export { CompanyCreate, CompanyRef, CompanyView } from './companies.dto.js';
export { companyEvents, type CompanyChange } from './companies.events.js';
export { CompaniesModule } from './companies.module.js';
export { CompaniesQueries } from './companies.queries.js';
export { companyType } from './company.type.js';
export { CompaniesService } from './companies.service.js';
export { domainIn, domainOfWebsite } from './factory/company-domain.js';
