import { bulkClasses } from '../../platform/records/index.js';
import { CompanyCreate, CompanyUpdate, CompanyView } from './companies.dto.js';

const bulk = bulkClasses({
  resource: 'companies',
  create: CompanyCreate,
  update: CompanyUpdate,
  view: CompanyView,
  example: [{ create: { name: 'Analytical Engines Ltd' } }],
});
export class CompanyBulk extends bulk.Request {}
export class CompanyBulkView extends bulk.View {}
