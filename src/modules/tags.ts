import type { Tag } from '../document/index.js';

/** What the operations are about, as the document says it. */
export const tags: readonly Tag[] = [
  { name: 'Access', description: 'What one may and why, and why somebody may not.' },
  {
    name: 'Activities',
    description:
      'Notes, calls, e-mails, meetings and tasks on any record, what one has to do, and the timelines of records.',
  },
  { name: 'API keys', description: 'Keys for programs: what they may, until when, and how often they may ask.' },
  {
    name: 'Audit logs',
    description:
      'Who did what to which record, with what it was before: written by the database itself, and only ever added to.',
  },
  {
    name: 'Auth',
    description:
      "Signing in and out, access tokens, one's own sessions, password, e-mail address and second factor, and the way back in.",
  },
  {
    name: 'Companies',
    description: 'Whom one sells to: their data, who looks after them, and which of them may be the same.',
  },
  {
    name: 'Contacts',
    description: 'The people one does business with, most of them at a company, and who looks after them.',
  },
  {
    name: 'Deals',
    description: 'What may be sold: its value, its way through the stages of a pipeline, and the decision.',
  },
  {
    name: 'Custom fields',
    description:
      'Fields that records are given besides their own: their types, options and rules, and whether there is an index of them.',
  },
  {
    name: 'Erasure requests',
    description: 'Erases the data of one person, and tells what was removed and what had to stay.',
  },
  { name: 'Events', description: 'What happened, as a feed to follow, and the catalogue of what can happen.' },
  { name: 'Forms', description: 'The public side of lead forms: what visitors of a website submit.' },
  { name: 'Health', description: 'For whoever runs the server: is it alive, and is it ready?' },
  {
    name: 'Job groups',
    description: 'Jobs that share a cap, a pause and a breaker: those of one receiver, one channel, one account.',
  },
  {
    name: 'Jobs',
    description:
      'Work that happens after the answer: what waits, runs, was given up, and long work that somebody asked for.',
  },
  {
    name: 'Lead forms',
    description: 'Forms for websites that bring in leads, with their own page and protection against spam.',
  },
  { name: 'Lead intake', description: 'Reads leads from free text: e-mails, chat messages, notes.' },
  {
    name: 'Leads',
    description: 'People who may become customers: their data, their way through the lifecycle, and who works on them.',
  },
  { name: 'Legal holds', description: 'What must not be removed, however old it is and whoever asks for it.' },
  {
    name: 'Meta',
    description:
      'What there is: kinds of records, their fields and what may be done with them, for forms, importers and field mappers.',
  },
  {
    name: 'Notifications',
    description: 'Channels by which a team hears of what happens: Discord, Telegram, Slack, e-mail; and what was sent.',
  },
  {
    name: 'Parked events',
    description: 'Events that were put aside because a listener failed on them again and again.',
  },
  {
    name: 'Pipeline stages',
    description: 'The steps of a pipeline: what they mean, how likely deals there are won, their order, and their end.',
  },
  {
    name: 'Pipelines',
    description:
      'The ways from a first word to a decision, with the boards, forecasts and changes of the deals on them.',
  },
  { name: 'Retention policies', description: 'How long each kind of records is kept, and what that would remove.' },
  {
    name: 'Retention runs',
    description: 'When records were removed because their time was over, how many, and what was held back.',
  },
  {
    name: 'Roles',
    description: 'What people may and how far it reaches: roles, and everything that a role can allow.',
  },
  { name: 'Scheduled jobs', description: 'What happens by the clock: when it ran, how it ended, when it is due next.' },
  { name: 'Search', description: 'One box that finds anything: leads, contacts, companies, deals and activities.' },
  {
    name: 'Security logs',
    description:
      'What concerned security: logins, refusals, changes of passwords and keys; everybody may see their own.',
  },
  { name: 'Settings', description: 'What can be set at run time: company, currency, scoring rules, secrets.' },
  {
    name: 'Teams',
    description: "People who see each other's records where their role says so: who leads them, who is in them.",
  },
  {
    name: 'Users',
    description: "Who works here: inviting people, looking after them, handing over what they own, one's own profile.",
  },
  {
    name: 'Views',
    description: 'Filters, orders and columns that people keep under a name, for themselves, their team or everybody.',
  },
  {
    name: 'Webhooks',
    description: 'Endpoints of other programs that are told what happens here, what they were sent, and how it went.',
  },
];
