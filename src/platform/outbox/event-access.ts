import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden } from '../../kernel/errors.js';
import { eventTypes, isMeantBy, type EventType } from '../../kernel/events.js';

/** Events carry whole records: who sees only some records must not see the others there. */
export function requireAllRecords({ recordAccess }: Actor): void {
  if (recordAccess !== 'all') throw new Forbidden('events-need-all-records', 'Events are only for those whose roles let them see all records.', { members: { recordAccess } });
}

export const eventTypesHidden = (types: readonly EventType[]): Forbidden =>
  new Forbidden('event-types-hidden', 'You may not see these events.', { members: { requiredPermissions: [...new Set(types.map(({ permission }) => permission))] } });

/**
 * Whoever has events sent somewhere, or reads what was sent, must be allowed to see all of them: otherwise a webhook
 * would be a way to records that its maker may not read.
 */
export function requireEventAccess(actor: Actor, patterns: readonly string[]): void {
  requireAllRecords(actor);
  const hidden = eventTypes().filter(({ type, permission }) => patterns.some((pattern) => isMeantBy(pattern, type)) && !may(actor, permission));
  if (hidden.length > 0) throw eventTypesHidden(hidden);
}
