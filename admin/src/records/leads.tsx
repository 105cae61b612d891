import LeadIcon from '@mui/icons-material/FlareOutlined';
import type { RecordScreens } from './record-screens';

export const leads: RecordScreens = {
  resource: 'leads',
  singular: 'lead',
  icon: LeadIcon,
  title: 'name',
  subtitle: ({ company, jobTitle }) => [jobTitle, company].filter(Boolean).join(' · ') || undefined,
  columns: ['name', 'company', 'status', 'score', 'estimatedValue', 'ownerId', 'createdAt'],
  facets: ['status', 'source', 'ownerId', 'tags'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['owner', 'team'],
  groups: [
    { name: 'main', fields: ['name', 'status', 'score', 'ownerId', 'teamId', 'source', 'tags'] },
    { name: 'reach', fields: ['email', 'phone', 'company', 'jobTitle', 'website'] },
    { name: 'money', fields: ['estimatedValue', 'currency', 'budget', 'projectType', 'expectedCloseDate'] },
    { name: 'notes', fields: ['message', 'notes'] },
  ],
  createFields: [
    'name',
    'email',
    'phone',
    'company',
    'jobTitle',
    'source',
    'estimatedValue',
    'currency',
    'ownerId',
    'notes',
  ],
  requiredFields: ['name'],
};
