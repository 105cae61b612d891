import ActivityIcon from '@mui/icons-material/EventNoteOutlined';
import { lazy } from 'react';
import { isActivityField, isHistory, isNewActivityField, OWN_TYPES } from '../activities/activity-fields';
import type { RecordScreens } from './record-screens';

export const activities: RecordScreens = {
  resource: 'activities',
  singular: 'activity',
  icon: ActivityIcon,
  title: 'subject',
  subtitle: ({ company, deal, contact, lead }) =>
    [deal, company, contact, lead]
      .map((one) => one as { name?: string; title?: string } | null | undefined)
      .map((one) => one?.name ?? one?.title)
      .filter(Boolean)
      .join(' · ') || undefined,
  columns: ['subject', 'type', 'status', 'priority', 'dueAt', 'companyId', 'assigneeId'],
  facets: ['type', 'status', 'priority', 'assigneeId'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['lead', 'company', 'contact', 'deal', 'owner', 'assignee', 'team'],
  groups: [
    {
      name: 'main',
      fields: ['subject', 'type', 'status', 'oldStatus', 'newStatus', 'priority', 'assigneeId', 'ownerId', 'teamId'],
    },
    {
      name: 'time',
      fields: ['dueAt', 'reminderMinutes', 'durationMinutes', 'location', 'completedAt', 'followUpOfId'],
    },
    { name: 'result', fields: ['direction', 'callResult', 'recordingUrl', 'outcome', 'followUpOn'] },
    { name: 'links', fields: ['leadId', 'companyId', 'contactId', 'dealId'] },
    { name: 'notes', fields: ['description'] },
  ],
  createFields: [
    'type',
    'subject',
    'dueAt',
    'durationMinutes',
    'location',
    'direction',
    'callResult',
    'priority',
    'reminderMinutes',
    'assigneeId',
    'companyId',
    'contactId',
    'dealId',
    'leadId',
    'description',
  ],
  requiredFields: ['type'],
  defaults: { type: 'task' },
  choices: { type: OWN_TYPES },
  isFieldShown: (name, record) => isActivityField(name, record),
  isFieldOffered: isNewActivityField,
  /** Buttons of the header change the status. */
  fixedFields: ['status', 'type'],
  isReadOnly: isHistory,
  Actions: lazy(async () => ({ default: (await import('../activities/activity-actions')).ActivityActions })),
};
