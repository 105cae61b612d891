import { nameOf, objectOf, plain, previousOf, urlOf, wordsOf, type Telling } from './telling.js';

interface MergeTag {
  readonly description: string;
  readonly value: (telling: Telling) => string;
}

const ofObject = (key: string, description: string): MergeTag => ({
  description,
  value: (telling) => plain(objectOf(telling)[key]),
});
const listOf = (value: unknown): string =>
  Array.isArray(value) ? plain(value.filter((item) => typeof item === 'string').join(', ')) : '';

/** The closed list. A value that the record does not have is nothing. */
export const MERGE_TAGS: Readonly<Record<string, MergeTag>> = {
  event: { description: 'The name of the event: lead.created.', value: ({ event }) => plain(event) },
  event_title: { description: 'The event in words: Lead created.', value: ({ event }) => plain(wordsOf(event)) },
  occurred_at: { description: 'When it happened, in UTC.', value: ({ occurredAt }) => plain(occurredAt) },
  company_name: { description: 'The setting company_name.', value: ({ companyName }) => plain(companyName) },
  changed_fields: { description: 'The fields that changed.', value: ({ payload }) => listOf(payload['changedFields']) },
  'actor.name': {
    description: 'Who did it; nothing where nobody was signed in.',
    value: ({ actor }) => plain(actor?.['name']),
  },
  'actor.email': { description: 'The e-mail address of who did it.', value: ({ actor }) => plain(actor?.['email']) },
  'object.id': { description: 'The id of the record.', value: ({ resourceId }) => plain(resourceId) },
  'object.url': { description: 'The address of the record in the API.', value: urlOf },
  'object.name': { description: 'What people call the record: its name, title or subject.', value: nameOf },
  'object.email': ofObject('email', 'The e-mail address of the record.'),
  'object.phone': ofObject('phone', 'The phone number of the record.'),
  'object.company': ofObject('company', 'The company of the record.'),
  'object.jobTitle': ofObject('jobTitle', 'The job of the person.'),
  'object.website': ofObject('website', 'The website of the record.'),
  'object.status': ofObject('status', 'The status of the record, as it is after the event.'),
  'object.previousStatus': {
    description: 'The status of the record before the event, where it changed.',
    value: (telling) => plain(previousOf(telling)['status']),
  },
  'object.source': ofObject('source', 'Where the record came from.'),
  'object.score': ofObject('score', 'The score of the lead.'),
  'object.estimatedValue': ofObject('estimatedValue', 'What the lead may be worth.'),
  'object.value': ofObject('value', 'What the deal is worth.'),
  'object.currency': ofObject('currency', 'The currency of the record.'),
  'object.budget': ofObject('budget', 'The budget of the lead.'),
  'object.projectType': ofObject('projectType', 'The kind of project that the lead asks for.'),
  'object.message': ofObject('message', 'What the lead wrote, its first 500 characters.'),
  'object.priority': ofObject('priority', 'The priority of the record.'),
  'object.type': ofObject('type', 'The type of the record.'),
  'object.dueAt': ofObject('dueAt', 'When the record is due.'),
  'object.tags': { description: 'The tags of the record.', value: (telling) => listOf(objectOf(telling)['tags']) },
  'object.disabledReason': ofObject('disabledReason', 'Why a webhook or a channel was disabled.'),
};

export const mergeTagNames = (): string[] => Object.keys(MERGE_TAGS);
