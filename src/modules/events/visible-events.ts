import { may, type Actor } from '../../kernel/actor.js';
import { BadRequest } from '../../kernel/errors.js';
import { eventTypes, isMeantBy, type EventType } from '../../kernel/events.js';
import { eventTypesHidden } from '../../platform/outbox/index.js';

/** The types that are asked for: by names and wildcards, by what they happen to, or all. What means no type is a mistake. */
export interface WantedTypes {
  readonly type?: readonly string[] | undefined;
  readonly resourceType?: string | undefined;
}

const unknown = (parameter: string, code: string, detail: string): BadRequest =>
  new BadRequest('invalid-query', 'A query parameter is not acceptable.', { errors: [{ parameter, code, detail }] });

function wantedTypes({ type: patterns, resourceType }: WantedTypes): readonly EventType[] {
  const all = eventTypes();
  const stray = patterns?.find((pattern) => !all.some(({ type }) => isMeantBy(pattern, type)));
  if (stray !== undefined)
    throw unknown('type', 'unknown-event-type', `No event is called ${stray}; GET /event-types lists all.`);
  if (resourceType !== undefined && !all.some((event) => event.resourceType === resourceType))
    throw unknown(
      'resourceType',
      'unknown-resource-type',
      `Nothing happens to ${resourceType}; GET /event-types lists what does.`,
    );
  return all.filter(
    (event) =>
      (!patterns || patterns.some((pattern) => isMeantBy(pattern, event.type))) &&
      (resourceType === undefined || event.resourceType === resourceType),
  );
}

/** Of the wanted types those that the caller may see. Asked for by name and hidden altogether is refused: waiting for them would be in vain. */
export function visibleTypes(actor: Actor, wanted: WantedTypes = {}): readonly string[] {
  const named = wanted.type !== undefined || wanted.resourceType !== undefined;
  const found = wantedTypes(wanted);
  const visible = found.filter(({ permission }) => may(actor, permission));
  if (named && found.length > 0 && visible.length === 0) {
    throw eventTypesHidden(found);
  }
  return visible.map(({ type }) => type);
}
