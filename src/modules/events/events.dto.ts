import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  FreeObject,
  Id,
  IdsParameter,
  IntegerParameter,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';

export const ACTOR_KINDS = ['session', 'api-key', 'token', 'system'] as const;

export class EventActor {
  /**
   * Type of credential
   * @example session
   */
  @Choice('ActorKind', ACTOR_KINDS)
  kind: (typeof ACTOR_KINDS)[number];

  /**
   * Id of the user; for an API key, its creator
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  userId: string;

  /**
   * E-mail address of the user at that time
   * @example grace@example.com
   */
  email: string;

  /**
   * Name of the user at that time
   * @example "Grace Hopper"
   */
  name: string;

  /**
   * Id of the API key; null for other credentials
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional()
  @Id()
  apiKeyId?: string;
}

/** The same body is used in the feed and in webhooks. */
export class EventView {
  /**
   * Id of the event, the same in every delivery; use it to ignore duplicates
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a
   */
  @ApiProperty({ pattern: '^evt_[0-9a-f]{32}$' })
  id: string;

  /**
   * Event type; `GET /event-types` lists all types
   * @example lead.created
   */
  type: string;

  /**
   * Time of the event
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  timestamp: string;

  /**
   * Version of the event format
   * @example 2026-11
   */
  apiVersion: string;

  /**
   * Sequence number in the feed; always increasing, with possible gaps
   * @example 4711
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1 })
  sequence: number;

  /** User or API key that caused the event; null without a credential */
  @Nullable()
  @Nested(() => EventActor)
  actor: EventActor | null;

  /**
   * Data of the event; `GET /event-types` has its JSON Schema
   * @example {"object": {"name": "Ada Lovelace"}, "previous": {}, "changedFields": []}
   */
  @FreeObject()
  data: Record<string, unknown>;
}

export class EventFeedQuery {
  /**
   * Sequence number of the last event that was read; only later events are returned. Omitted or 0 starts with the
   * oldest stored event.
   * @example 4711
   */
  @Optional()
  @IntegerParameter(0, Number.MAX_SAFE_INTEGER)
  after?: number;

  /**
   * Event types, by name or with a wildcard such as `lead.*`; repeat to match any of several
   * @example ["lead.*", "activity.completed"]
   */
  @Optional()
  @TextsParameter(100)
  type?: string[];

  /**
   * Resource type of the events
   * @example leads
   */
  @Optional()
  @Text(1, 50)
  resourceType?: string;

  /**
   * Ids of records; repeat to match any of several
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a"]
   */
  @Optional()
  @IdsParameter()
  resourceId?: string[];

  /**
   * Maximum number of events per page, 1 to 100
   * @example 25
   */
  @Optional()
  @IntegerParameter(1, 100, 25)
  limit?: number;
}

export class EventFeedView {
  /** Events in ascending order, oldest first */
  @ApiProperty({ type: EventView, isArray: true })
  data: readonly EventView[];

  /**
   * Value of `after` for the next request; also rises if no new event matches the filter
   * @example 4711
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 0 })
  lastSequence: number;

  /**
   * Whether more events are already available
   * @example false
   */
  hasMore: boolean;
}

export class EventTypeView {
  /**
   * Event type
   * @example lead.created
   */
  type: string;

  /**
   * Resource type of the event
   * @example leads
   */
  resourceType: string;

  /**
   * Description of the event type
   * @example "A lead was created, by any means."
   */
  description: string;

  /**
   * Permission that is required to see such events in the feed, in addition to `events:read`
   * @example leads:read
   */
  permission: string;

  /**
   * JSON Schema (draft 2020-12) of the complete event; references are resolved in its own `$defs`
   * @example {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "lead.created", "type": "object"}
   */
  @FreeObject()
  schema: Record<string, unknown>;

  /**
   * Example of the event
   * @example {"id": "evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a", "type": "lead.created", "sequence": 4711}
   */
  @FreeObject()
  sample: Record<string, unknown>;
}
