import PersonIcon from '@mui/icons-material/PersonOutlined';
import type { RecordScreens } from './record-screens';

export const contacts: RecordScreens = {
  resource: 'contacts',
  singular: 'contact',
  icon: PersonIcon,
  title: 'name',
  subtitle: ({ title, company }) =>
    [title, (company as { name?: string } | null | undefined)?.name].filter(Boolean).join(' · ') || undefined,
  columns: ['name', 'companyId', 'title', 'email', 'phone', 'status', 'ownerId'],
  facets: ['status', 'source', 'country', 'ownerId', 'tags'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['company', 'owner', 'team'],
  groups: [
    { name: 'main', fields: ['firstName', 'lastName', 'companyId', 'title', 'department', 'status', 'isPrimary'] },
    { name: 'owner', fields: ['ownerId', 'teamId', 'source', 'leadScore', 'tags'] },
    { name: 'reach', fields: ['email', 'phone', 'mobile', 'preferredContact', 'linkedinUrl', 'twitterHandle'] },
    { name: 'address', fields: ['addressLine1', 'addressLine2', 'postalCode', 'city', 'state', 'country'] },
    { name: 'notes', fields: ['notes'] },
  ],
  createFields: ['firstName', 'lastName', 'companyId', 'title', 'email', 'phone', 'mobile', 'ownerId', 'tags'],
  requiredFields: ['lastName'],
  related: [
    { resource: 'deals', field: 'contactId', shown: ['value', 'stageId', 'status'] },
    { resource: 'activities', field: 'contactId', shown: ['type', 'status', 'dueAt'] },
  ],
};
