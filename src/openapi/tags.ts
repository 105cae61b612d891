import type { Tag } from './schemas/shapes.js';

/** Groups of operations in the order of use, in which Swagger UI shows them: records first, administration last. */
export const tags: readonly Tag[] = [
  {
    name: 'Leads',
    description: 'Potential customers, with status lifecycle, owners, scoring, duplicate detection and conversion.',
  },
  { name: 'Lead forms', description: 'Web forms that create leads, with a hosted page and spam protection.' },
  { name: 'Forms', description: 'Public endpoint for form submissions by visitors of a website.' },
  { name: 'Companies', description: 'Customers and prospects, with owners, duplicate detection and merging.' },
  {
    name: 'Contacts',
    description: 'Business contacts, usually with a company, with owners, duplicate detection and merging.',
  },
  {
    name: 'Deals',
    description: 'Sales opportunities with a value, moving through the stages of a pipeline until won or lost.',
  },
  { name: 'Pipelines', description: 'Sales pipelines with their stages, boards, forecasts and change summaries.' },
  { name: 'Pipeline stages', description: 'Stages of a pipeline: kind, probability, order and retirement.' },
  {
    name: 'Activities',
    description: 'Notes, calls, e-mails, meetings and tasks, linked to any record, and your own agenda.',
  },
  { name: 'Search', description: 'Search across leads, contacts, companies, deals and activities.' },
  { name: 'Views', description: 'Saved views: filters, sort orders and columns, private or shared.' },
  { name: 'Custom fields', description: 'Custom fields of record types, with types, options, rules and indexes.' },
  { name: 'Meta', description: 'Metadata of record types and fields, for forms, importers and field mappings.' },
  { name: 'Events', description: 'Feed of all events, and the catalogue of event types.' },
  { name: 'Webhooks', description: 'HTTP endpoints that receive signed events, with deliveries and attempts.' },
  {
    name: 'Notification channels',
    description:
      'Channels that notify a team about events by Discord, Telegram, Slack or e-mail, with their deliveries.',
  },
  {
    name: 'Auth',
    description: 'Sign-in, access tokens, sessions, password, e-mail address, second factor and account recovery.',
  },
  { name: 'API keys', description: 'API keys for programs, with scopes, expiry and rate limit.' },
  { name: 'Access', description: 'Permissions of the caller, and explanations of access decisions.' },
  { name: 'Users', description: 'Users: invitations, profiles, roles, deactivation and transfer of records.' },
  { name: 'Teams', description: 'Teams of users; with access scope `team`, members see the records of their team.' },
  { name: 'Roles', description: 'Roles with permissions and access scopes.' },
  {
    name: 'Settings',
    description: 'Settings that can be changed at run time: company, currency, scoring rules, secrets.',
  },
  {
    name: 'Audit logs',
    description: 'Append-only log of all changes with old and new values, written by the database.',
  },
  {
    name: 'Security logs',
    description:
      'Log of security events such as sign-ins, rejected requests and password changes; users can read their ' +
      'own entries.',
  },
  { name: 'Retention policies', description: 'Retention period of each record type, with dry runs.' },
  { name: 'Retention runs', description: 'History of retention runs, with deleted and protected records.' },
  { name: 'Legal holds', description: 'Protection of records against deletion, regardless of age.' },
  {
    name: 'Erasure requests',
    description: "Erasure of one person's data, with a report of erased and remaining records.",
  },
  {
    name: 'Jobs',
    description: 'Background jobs: waiting, running and failed jobs, and long operations requested by users.',
  },
  { name: 'Job groups', description: 'Groups of jobs that share a concurrency limit, a pause and a circuit breaker.' },
  { name: 'Scheduled jobs', description: 'Scheduled jobs: schedule, next run and run history.' },
  { name: 'Dead-lettered events', description: 'Events that failed ten times and are not retried automatically.' },
  { name: 'Health', description: 'Liveness and readiness checks for operators.' },
];
