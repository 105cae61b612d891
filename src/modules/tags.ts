import type { Tag } from '../document/index.js';

/** What the operations are about, as the document says it. */
export const tags: readonly Tag[] = [
  { name: 'Activities', description: 'Notes, calls, e-mails, meetings and tasks, and the history of a lead.' },
  { name: 'API keys', description: 'Keys for programs: what they may, until when, and how often they may ask.' },
  { name: 'Auth', description: 'Signing in and out, one\'s own sessions and password.' },
  { name: 'Erasure requests', description: 'Erases the data of one person, and tells what was removed and what had to stay.' },
  { name: 'Events', description: 'What happened, as a feed to follow, and the catalogue of what can happen.' },
  { name: 'Forms', description: 'The public side of lead forms: what visitors of a website submit.' },
  { name: 'Health', description: 'For whoever runs the server: is it alive, and is it ready?' },
  { name: 'Job groups', description: 'Jobs that share a cap, a pause and a breaker: those of one receiver, one channel, one account.' },
  { name: 'Jobs', description: 'Work that happens after the answer: what waits, runs, was given up, and long work that somebody asked for.' },
  { name: 'Lead forms', description: 'Forms for websites that bring in leads, with their own page and protection against spam.' },
  { name: 'Lead intake', description: 'Reads leads from free text: e-mails, chat messages, notes.' },
  { name: 'Leads', description: 'People who may become customers: their data, their way through the lifecycle, and who works on them.' },
  { name: 'Legal holds', description: 'What must not be removed, however old it is and whoever asks for it.' },
  { name: 'Notifications', description: 'Channels by which a team hears of what happens: Discord, Telegram, Slack, e-mail; and what was sent.' },
  { name: 'Parked events', description: 'Events that were put aside because a listener failed on them again and again.' },
  { name: 'Retention', description: 'How long records are kept, what that would remove, and what it did remove.' },
  { name: 'Scheduled jobs', description: 'What happens by the clock: when it ran, how it ended, when it is due next.' },
  { name: 'Settings', description: 'What can be set at run time: company, currency, scoring rules, secrets.' },
  { name: 'Webhooks', description: 'Endpoints of other programs that are told what happens here, what they were sent, and how it went.' },
];
