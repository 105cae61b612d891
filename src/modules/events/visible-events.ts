import { can, type Actor } from '../../kernel/actor.js';
import { BadRequestError } from '../../kernel/errors.js';
import { eventTypes, isMeantBy, type EventType } from '../../kernel/events.js';
import { eventTypesHidden } from '../../platform/outbox/index.js';

/** Filter of event types: by name or wildcard, by record type, or all. A filter that matches no type is rejected. */
export interface RequestedTypes {
  readonly type?: readonly string[] | undefined;
  readonly resourceType?: string | undefined;
}

const unknown = (parameter: string, code: string, detail: string): BadRequestError =>
  new BadRequestError('invalid-query', 'A query parameter is invalid.', { errors: [{ parameter, code, detail }] });

function requestedTypes({ type: patterns, resourceType }: RequestedTypes): readonly EventType[] {
  const all = eventTypes();
  const stray = patterns?.find((pattern) => !all.some(({ type }) => isMeantBy(pattern, type)));
  if (stray !== undefined)
    throw unknown('type', 'unknown-event-type', `No event is called ${stray}; GET /event-types lists all.`);
  if (resourceType !== undefined && !all.some((event) => event.resourceType === resourceType))
    throw unknown(
      'resourceType',
      'unknown-resource-type',
      `There are no events of ${resourceType}; GET /event-types lists all.`,
    );
  return all.filter(
    (event) =>
      (!patterns || patterns.some((pattern) => isMeantBy(pattern, event.type))) &&
      (resourceType === undefined || event.resourceType === resourceType),
  );
}

/** Returns the requested types that the actor can see. Rejects a filter for hidden types only: no event would match. */
export function visibleTypes(actor: Actor, requested: RequestedTypes = {}): readonly string[] {
  const named = requested.type !== undefined || requested.resourceType !== undefined;
  const found = requestedTypes(requested);
  const visible = found.filter(({ permission }) => can(actor, permission));
  if (named && found.length > 0 && visible.length === 0) {
    throw eventTypesHidden(found);
  }
  return visible.map(({ type }) => type);
}
