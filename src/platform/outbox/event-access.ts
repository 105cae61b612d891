import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden } from '../../kernel/errors.js';
import { eventTypes, isMeantBy, type EventType } from '../../kernel/events.js';

/** What somebody else has sent carries what they see: only who sees all records certainly sees as much. */
function requireAsMuch({ userId, recordAccess }: Actor, makerId: string | null): void {
  if (makerId !== userId && recordAccess !== 'all')
    throw new Forbidden(
      'events-need-all-records',
      'What others have sent is only for those whose roles let them see all records.',
      { members: { recordAccess } },
    );
}

/** What was sent of a record that is out of sight by now. */
export const eventOutOfSight = (): Forbidden =>
  new Forbidden('event-out-of-sight', 'The record of which it tells is one that you do not see, or is gone for good.');

export const eventTypesHidden = (types: readonly EventType[]): Forbidden =>
  new Forbidden('event-types-hidden', 'You may not see these events.', {
    members: { requiredPermissions: [...new Set(types.map(({ permission }) => permission))] },
  });

/**
 * Whoever has events sent somewhere, or reads what was sent, must be allowed to see events of these types. Of which
 * records they hear is decided event by event, for the one who made it.
 */
export function requireEventAccess(actor: Actor, patterns: readonly string[], makerId: string | null): void {
  requireAsMuch(actor, makerId);
  const hidden = eventTypes().filter(
    ({ type, permission }) => patterns.some((pattern) => isMeantBy(pattern, type)) && !may(actor, permission),
  );
  if (hidden.length > 0) throw eventTypesHidden(hidden);
}
