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

/** Who did it. */
export class EventActor {
  /**
   * What they came with.
   * @example session
   */
  @Choice('ActorKind', ACTOR_KINDS)
  kind: (typeof ACTOR_KINDS)[number];

  /**
   * The id of the user; for an API key, of the one who made it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  userId: string;

  /**
   * The e-mail address that the user had then.
   * @example grace@example.com
   */
  email: string;

  /**
   * The name that the user had then.
   * @example "Grace Hopper"
   */
  name: string;

  /**
   * The id of the API key, if they came with one.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional()
  @Id()
  apiKeyId?: string;
}

/** An event: the same body in the feed and in webhooks. */
export class EventView {
  /**
   * Its id, the same in every delivery: what has been seen once need not be done again.
   * @example evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a
   */
  @ApiProperty({ pattern: '^evt_[0-9a-f]{32}$' })
  id: string;

  /**
   * What happened; `GET /event-types` lists all types with what they carry.
   * @example lead.created
   */
  type: string;

  /**
   * When it happened.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  timestamp: string;

  /**
   * The version of this shape.
   * @example 2026-11
   */
  apiVersion: string;

  /**
   * Its place in the feed: rises with every event, and may leave numbers out.
   * @example 4711
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1 })
  sequence: number;

  /** Who did it; null where nobody was signed in. */
  @Nullable()
  @Nested(() => EventActor)
  actor: EventActor | null;

  /**
   * What it carries; its schema is the type's.
   * @example {"object": {"name": "Ada Lovelace"}, "previous": {}, "changedFields": []}
   */
  @FreeObject()
  data: Record<string, unknown>;
}

export class EventFeedQuery {
  /**
   * Only events behind this number: the last one that was read. Left out or 0, the feed begins with the oldest event that is kept.
   * @example 4711
   */
  @Optional()
  @IntegerParameter(0, Number.MAX_SAFE_INTEGER)
  after?: number;

  /**
   * Only events of these types: by name, or by a wildcard such as `lead.*`.
   * @example ["lead.*", "activity.completed"]
   */
  @Optional()
  @TextsParameter(100)
  type?: string[];

  /**
   * Only events of this kind of record.
   * @example leads
   */
  @Optional()
  @Text(1, 50)
  resourceType?: string;

  /**
   * Only events of these records.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a"]
   */
  @Optional()
  @IdsParameter()
  resourceId?: string[];

  /**
   * How many events are given at once, 1 to 100.
   * @example 25
   */
  @Optional()
  @IntegerParameter(1, 100, 25)
  limit?: number;
}

/** A piece of the feed. */
export class EventFeedView {
  /** The events in their order, oldest first. */
  @ApiProperty({ type: EventView, isArray: true })
  data: readonly EventView[];

  /**
   * Where to go on: give this as `after`. Also rises where nothing new was of the types asked for.
   * @example 4711
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 0 })
  lastSequence: number;

  /**
   * Whether more is there already.
   * @example false
   */
  hasMore: boolean;
}

/** A kind of thing that can happen. */
export class EventTypeView {
  /**
   * Its name.
   * @example lead.created
   */
  type: string;

  /**
   * What it happens to.
   * @example leads
   */
  resourceType: string;

  /**
   * When it happens.
   * @example "A lead came in, whatever the way."
   */
  description: string;

  /**
   * What one must be allowed to see such events in the feed, besides `events:read`.
   * @example leads:read
   */
  permission: string;

  /**
   * The JSON Schema (draft 2020-12) of the whole event; all that it refers to is in its own `$defs`.
   * @example {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "lead.created", "type": "object"}
   */
  @FreeObject()
  schema: Record<string, unknown>;

  /**
   * What such an event looks like.
   * @example {"id": "evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a", "type": "lead.created", "sequence": 4711}
   */
  @FreeObject()
  sample: Record<string, unknown>;
}
