type Values = Readonly<Record<string, unknown>>;

/** Types that people create. Kontor itself writes status changes. */
export const OWN_TYPES = ['note', 'call', 'email', 'meeting', 'task', 'deadline'] as const;
export type OwnType = (typeof OWN_TYPES)[number];

/** Fields that apply only to some types. All other fields apply to every type. */
const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  direction: ['call'],
  callResult: ['call'],
  recordingUrl: ['call'],
  location: ['meeting'],
  durationMinutes: ['call', 'meeting', 'task'],
  dueAt: ['call', 'email', 'meeting', 'task', 'deadline'],
  reminderMinutes: ['call', 'email', 'meeting', 'task', 'deadline'],
  priority: ['call', 'email', 'meeting', 'task', 'deadline'],
  outcome: ['call', 'email', 'meeting', 'task', 'deadline'],
  followUpOn: ['call', 'email', 'meeting', 'task', 'deadline', 'note'],
  oldStatus: ['status_change'],
  newStatus: ['status_change'],
};

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** Returns whether a field applies to the type of the activity. A stored value is always shown. */
export const isActivityField = (name: string, values: Values): boolean => {
  const types = TYPES_OF[name];
  return types === undefined || types.includes(String(values['type'])) || isGiven(values[name]);
};

/** Returns whether a field of a new activity applies to its type. */
export const isNewActivityField = (name: string, { type }: Values): boolean =>
  TYPES_OF[name]?.includes(String(type)) ?? true;

export const isOpen = ({ status }: Values): boolean => status === 'pending' || status === 'in_progress';
export const isHistory = ({ type }: Values): boolean => type === 'status_change';

/** Returns the subject, else the first line of the text. */
export const activityTitle = ({ subject, description }: Values): string =>
  String(subject || String(description ?? '').split('\n', 1)[0] || '…');
