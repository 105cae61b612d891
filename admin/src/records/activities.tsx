import ActivityIcon from '@mui/icons-material/EventNoteOutlined';
import type { RecordScreens } from './record-screens';

export const activities: RecordScreens = {
  resource: 'activities',
  singular: 'activity',
  icon: ActivityIcon,
  title: 'subject',
  columns: ['subject', 'type', 'status', 'priority', 'dueAt', 'companyId', 'assigneeId'],
  facets: ['type', 'status', 'priority', 'assigneeId'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['lead', 'company', 'contact', 'deal', 'owner', 'assignee'],
  groups: [
    { name: 'main', fields: ['subject', 'type', 'status', 'priority', 'assigneeId', 'ownerId', 'teamId'] },
    { name: 'time', fields: ['dueAt', 'durationMinutes', 'location', 'completedAt', 'outcome', 'followUpOn'] },
    { name: 'links', fields: ['leadId', 'companyId', 'contactId', 'dealId'] },
    { name: 'notes', fields: ['description'] },
  ],
  createFields: [
    'type',
    'subject',
    'description',
    'dueAt',
    'priority',
    'companyId',
    'contactId',
    'dealId',
    'assigneeId',
  ],
  requiredFields: ['type'],
};
