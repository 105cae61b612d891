import {
  recordNameOf,
  objectOf,
  plain,
  previousOf,
  urlOf,
  wordsOf,
  type NotificationEvent,
} from './notification-event.js';

interface MergeTag {
  readonly description: string;
  readonly value: (notification: NotificationEvent) => string;
}

const ofObject = (key: string, description: string): MergeTag => ({
  description,
  value: (notification) => plain(objectOf(notification)[key]),
});
const listOf = (value: unknown): string =>
  Array.isArray(value) ? plain(value.filter((item) => typeof item === 'string').join(', ')) : '';

/** All merge tags. The value of a missing field is an empty string. */
export const MERGE_TAGS: Readonly<Record<string, MergeTag>> = {
  event: { description: 'Event type, such as lead.created', value: ({ event }) => plain(event) },
  event_title: { description: 'Event in words, such as Lead created', value: ({ event }) => plain(wordsOf(event)) },
  occurred_at: { description: 'Time of the event in UTC', value: ({ occurredAt }) => plain(occurredAt) },
  company_name: {
    description: 'Company name, from the setting company_name',
    value: ({ companyName }) => plain(companyName),
  },
  changed_fields: {
    description: 'Names of the changed fields',
    value: ({ payload }) => listOf(payload['changedFields']),
  },
  'actor.name': {
    description: 'Name of the user who caused the event; empty without a user',
    value: ({ actor }) => plain(actor?.['name']),
  },
  'actor.email': {
    description: 'E-mail address of the user who caused the event',
    value: ({ actor }) => plain(actor?.['email']),
  },
  'object.id': { description: 'Id of the record', value: ({ resourceId }) => plain(resourceId) },
  'object.url': { description: 'API URL of the record', value: urlOf },
  'object.name': { description: 'Name, title or subject of the record', value: recordNameOf },
  'object.email': ofObject('email', 'E-mail address of the record'),
  'object.phone': ofObject('phone', 'Phone number of the record'),
  'object.company': ofObject('company', 'Company of the record'),
  'object.jobTitle': ofObject('jobTitle', 'Job title of the person'),
  'object.website': ofObject('website', 'Website of the record'),
  'object.status': ofObject('status', 'Status of the record after the event'),
  'object.previousStatus': {
    description: 'Status of the record before the event, if the status changed',
    value: (notification) => plain(previousOf(notification)['status']),
  },
  'object.source': ofObject('source', 'Source of the record'),
  'object.score': ofObject('score', 'Lead score'),
  'object.estimatedValue': ofObject('estimatedValue', 'Estimated value of the lead'),
  'object.value': ofObject('value', 'Value of the deal'),
  'object.currency': ofObject('currency', 'Currency of the record'),
  'object.budget': ofObject('budget', 'Budget of the lead'),
  'object.projectType': ofObject('projectType', 'Project type of the lead'),
  'object.message': ofObject('message', 'First 500 characters of the message'),
  'object.priority': ofObject('priority', 'Priority of the record'),
  'object.type': ofObject('type', 'Type of the record'),
  'object.dueAt': ofObject('dueAt', 'Due time of the record'),
  'object.tags': { description: 'Tags of the record', value: (notification) => listOf(objectOf(notification)['tags']) },
  'object.disabledReason': ofObject('disabledReason', 'Reason why a webhook or channel was disabled'),
};

export const mergeTagNames = (): string[] => Object.keys(MERGE_TAGS);
