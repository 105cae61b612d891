import { defaultsOf } from '../../../kernel/entity.js';
import { defineMerges } from '../../../platform/records/index.js';
import type { CompanyView } from '../companies.dto.js';
import { companyMerged, companyUnmerged } from '../companies.events.js';
import { CompanySchema } from '../company.entity.js';
import { companyType } from '../company.type.js';

export const companyMerges = defineMerges<CompanyView>({
  kind: companyType,
  columns: companyType.columnNames,
  retained: ['ownerId', 'teamId'],
  together: [
    ['domain', 'website'],
    ['annualRevenue', 'creditLimit', 'currency'],
    ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'country'],
  ],
  defaults: defaultsOf(CompanySchema),
  merged: companyMerged,
  unmerged: companyUnmerged,
});
