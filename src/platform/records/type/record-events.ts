import type { Type } from '@nestjs/common';
import type { Change } from '../../../kernel/change.js';
import { defineEvent, type EventType } from '../../../kernel/events.js';
import { RECORD_NAMES, type RecordResource } from './record-names.js';
import { RecordPurge } from '../records.dto.js';

/** The events that all record types have. */
export interface RecordEvents<V extends object> {
  readonly created: EventType<Change<V>>;
  readonly updated: EventType<Change<V>>;
  readonly assigned: EventType<Change<V>>;
  readonly deleted: EventType<Change<V>>;
  readonly restored: EventType<Change<V>>;
  /** Absent if the module does not report purges. */
  readonly purged?: EventType<RecordPurge>;
}

interface Examples<V extends object> {
  /** Description of the event of a new record, if the usual one is not enough. */
  readonly created?: string;
  /** A changed field with its old and new value. */
  readonly updated: { readonly [K in keyof V]?: readonly [before: V[K], after: V[K]] };
}

type Example = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

const AT = '2026-11-21T10:00:00.000Z';
const OWNER = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';

/** Defines `<noun>.created`, `updated`, `assigned`, `deleted`, `restored` and `purged`. */
export function defineRecordEvents<V extends object>(
  resource: RecordResource,
  view: () => Type<V>,
  { created, updated }: Examples<V>,
): RecordEvents<V> {
  const noun = RECORD_NAMES[resource];
  const one = /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
  const capitalized = one.charAt(0).toUpperCase() + one.slice(1);
  const change = (name: string, description: string, example?: object): EventType<Change<V>> =>
    defineEvent<Change<object>>(`${noun}.${name}`, resource, description, {
      object: view,
      ...(example && { example: example as Example }),
    }) as unknown as EventType<Change<V>>;
  return {
    created: change('created', created ?? `${capitalized} was created.`),
    updated: change('updated', `Fields of ${one} were changed.`, updated),
    assigned: change('assigned', `The owner or team of ${one} changed.`, { ownerId: [null, OWNER] }),
    deleted: change('deleted', `${capitalized} was deleted; it can be restored.`, { deletedAt: [null, AT] }),
    restored: change('restored', `A deleted ${noun} was restored.`, { deletedAt: [AT, null] }),
    purged: defineEvent<RecordPurge>(`${noun}.purged`, resource, `${capitalized} was permanently deleted.`, {
      payload: () => RecordPurge,
    }),
  };
}
