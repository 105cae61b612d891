import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import type { RecordScreens } from './record-screens';

export const companies: RecordScreens = {
  resource: 'companies',
  singular: 'company',
  icon: BusinessIcon,
  title: 'name',
  subtitle: ({ domain, city }) => [domain, city].filter((text) => typeof text === 'string').join(' · ') || undefined,
  columns: ['name', 'status', 'industry', 'size', 'country', 'ownerId', 'updatedAt'],
  facets: ['status', 'size', 'industry', 'country', 'ownerId', 'tags'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['owner', 'team'],
  groups: [
    { name: 'main', fields: ['name', 'status', 'ownerId', 'teamId', 'industry', 'size', 'employeeCount', 'tags'] },
    { name: 'reach', fields: ['website', 'domain', 'email', 'phone'] },
    { name: 'address', fields: ['addressLine1', 'addressLine2', 'postalCode', 'city', 'state', 'country'] },
    { name: 'money', fields: ['annualRevenue', 'currency', 'taxId', 'paymentTerms', 'creditLimit'] },
    { name: 'notes', fields: ['notes'] },
  ],
  createFields: [
    'name',
    'website',
    'industry',
    'size',
    'status',
    'email',
    'phone',
    'city',
    'country',
    'ownerId',
    'tags',
  ],
  related: [
    { resource: 'contacts', field: 'companyId', shown: ['title', 'email', 'phone'] },
    { resource: 'deals', field: 'companyId', shown: ['value', 'stageId', 'status'] },
    { resource: 'activities', field: 'companyId', shown: ['type', 'status', 'dueAt'] },
  ],
};
