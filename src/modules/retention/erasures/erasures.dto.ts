import {
  Choice,
  ChoicesParameter,
  Email,
  Flag,
  Id,
  Integer,
  Matching,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { KEPT_BECAUSE, type KeptBecause } from '../../../kernel/retention.js';

/** Whose data: by e-mail address, by phone number, or by either of both. */
export class ErasureSubject {
  /**
   * The e-mail address.
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * The whole phone number, as it was written here; blanks, signs and zeros before it do not matter.
   * @example "+49 151 12345678"
   */
  @Optional() @Matching(/^[0-9+()./ -]{7,40}$/) phone?: string;
}

/** What was found in one place. */
export class ErasureFinding {
  /**
   * The kind of records.
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * How many would be removed.
   * @example 1
   */
  @Integer(0, 2147483647) found: number;
  /**
   * How many would have to stay because of a legal hold.
   * @example 0
   */
  @Integer(0, 2147483647) held: number;
}

export class ErasurePreviewView {
  /** The person's records, by kind. */
  @NestedList(() => ErasureFinding, 0, 100) records: ErasureFinding[];
  /**
   * Where copies of them are looked for and cleared besides.
   * @example ["events", "webhook-messages"]
   */
  @Texts(1, 50) copies: string[];
  /**
   * Whether a legal hold stands in the way: a request would be refused.
   * @example false
   */
  @Flag() isHeld: boolean;
}

/** What became of the data in one place. */
export class ErasureLineView {
  /**
   * The place.
   * @example leads
   */
  @Text(1, 50) resource: string;
  /**
   * How many were removed.
   * @example 1
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * How many stay without what told of the person.
   * @example 0
   */
  @Integer(0, 2147483647) anonymised: number;
  /**
   * How many had to stay as they are.
   * @example 0
   */
  @Integer(0, 2147483647) kept: number;
  /** Why they had to. */
  @Nullable() @Choice('KeptBecause', KEPT_BECAUSE) reason: KeptBecause | null;
}

export const ERASURE_STATUSES = ['waiting', 'running', 'completed', 'held', 'failed', 'cancelled'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

/** A request to erase a person's data, and what became of it. */
export class ErasureRequestView {
  /**
   * The request, and its job: `GET /jobs/{id}` tells how far it is.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * How it stands; `held` where records had to stay because of a legal hold: ask again once that is released.
   * @example completed
   */
  @Choice('ErasureStatus', ERASURE_STATUSES) status: ErasureStatus;
  /**
   * A keyed hash of whom it was about: the same person gives the same. Nothing else is kept of them.
   * @example 2f0c5e1c6a0b4e4a9d2f7f6f6b1f2f0c5e1c6a0b4e4a9d2f7f6f6b1f2f0c5e1c
   */
  @Text(64, 64) subjectHash: string;
  /** What was removed, and what had to stay, place by place; empty until it is through. */
  @NestedList(() => ErasureLineView, 0, 100) report: ErasureLineView[];
  /**
   * Who asked for it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() requestedById: string | null;
  /**
   * When it was asked for.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was through.
   * @example 2026-11-21T09:30:02.000Z
   */
  @Nullable() @Timestamp() completedAt: string | null;
}

const ERASURE_SORTS = ['createdAt', '-createdAt'] as const;

export class ErasureRequestQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('ErasureSort', ERASURE_SORTS, 1) sort?: string[];
  /** Any of these. */
  @Optional() @ChoicesParameter('ErasureStatus', ERASURE_STATUSES) status?: ErasureStatus[];
}
