import { defineMerges } from '../../../platform/records/index.js';
import type { CompanyView } from '../companies.dto.js';
import { companyMerged, companyUnmerged } from '../companies.events.js';
import { COMPANY_COLUMNS } from '../companies.fields.js';
import { companyKind } from '../companies.queries.js';

/** Companies that turn out to be one. */
export const companyMerges = defineMerges<CompanyView>({
  kind: companyKind,
  columns: COMPANY_COLUMNS,
  kept: ['ownerId', 'teamId'],
  together: [
    ['domain', 'website'],
    ['annualRevenue', 'creditLimit', 'currency'],
    ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'country'],
  ],
  links: [
    { table: 'contacts', column: 'company_id', first: 'is_primary' },
    { table: 'activities', column: 'company_id' },
    { table: 'deals', column: 'company_id' },
    { table: 'leads', column: 'converted_company_id' },
  ],
  merged: companyMerged,
  unmerged: companyUnmerged,
});
