import { can, type Actor } from '../../../kernel/actor.js';
import { ForbiddenError } from '../../../kernel/errors.js';
import { eventTypes, isMeantBy, type EventType } from '../../../kernel/events.js';

/**
 * A subscription delivers all events that its creator can see. Only the creator, or a user who sees all records, can
 * read the subscription.
 */
function requireAsMuch({ userId, recordAccess }: Actor, creatorId: string | null): void {
  if (creatorId !== userId && recordAccess !== 'all')
    throw new ForbiddenError('events-need-all-records', 'The deliveries of other users need access scope all.', {
      members: { recordAccess },
    });
}

/** The error for an event of a record that is no longer visible. */
export const eventNotVisible = (): ForbiddenError =>
  new ForbiddenError('event-not-visible', 'The record of the event is not visible to you, or was permanently deleted.');

export const eventTypesHidden = (types: readonly EventType[]): ForbiddenError =>
  new ForbiddenError('event-types-hidden', 'You cannot see these events.', {
    members: { requiredPermissions: [...new Set(types.map(({ permission }) => permission))] },
  });

/**
 * Checks the permissions for these event types, for users who subscribe to events or read deliveries. Visibility of
 * records is checked per event, for the creator of the subscription.
 */
export function requireEventAccess(actor: Actor, patterns: readonly string[], creatorId: string | null): void {
  requireAsMuch(actor, creatorId);
  const hidden = eventTypes().filter(
    ({ type, permission }) => patterns.some((pattern) => isMeantBy(pattern, type)) && !can(actor, permission),
  );
  if (hidden.length > 0) throw eventTypesHidden(hidden);
}
