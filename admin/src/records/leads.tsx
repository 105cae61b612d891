import LeadIcon from '@mui/icons-material/FlareOutlined';
import { lazy } from 'react';
import type { RecordScreens } from './record-screens';

const LeadActions = lazy(async () => ({ default: (await import('../leads/lead-actions')).LeadActions }));
const LeadPanel = lazy(async () => ({ default: (await import('../leads/lead-panel')).LeadPanel }));

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
    { name: 'main', fields: ['name', 'ownerId', 'teamId', 'source', 'tags'] },
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
  Actions: LeadActions,
  Panel: LeadPanel,
  isReadOnly: ({ convertedAt }) => typeof convertedAt === 'string',
  related: [{ resource: 'activities', field: 'leadId', shown: ['type', 'status', 'dueAt'] }],
  otherCreates: [{ path: '/leads/from-text', label: 'leads.from_text' }],
};
