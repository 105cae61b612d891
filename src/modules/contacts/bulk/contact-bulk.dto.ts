import { Flag, FreeObject, Id, Integer, Nested, NestedList, Nullable, Optional } from '../../../kernel/fields.js';
import { RecordAssignment } from '../../../platform/records/index.js';
import { ContactCreate, ContactUpdate, ContactView } from '../contacts.dto.js';

export class ContactBulkUpdate {
  /**
   * The contact.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   * @example 1
   */
  @Optional() @Integer(1, 2147483647) version?: number;
  /** What changes. */
  @Nested(() => ContactUpdate) changes: ContactUpdate;
}

export class ContactBulkRef {
  /**
   * The contact.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
}

export class ContactBulkAssignment extends RecordAssignment {
  /**
   * The contact.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
}

/** One thing to do; exactly one of the fields. */
export class ContactOperation {
  /** Makes a contact. */
  @Optional() @Nested(() => ContactCreate) create?: ContactCreate;
  /** Changes fields of a contact. */
  @Optional() @Nested(() => ContactBulkUpdate) update?: ContactBulkUpdate;
  /** Gives a contact an owner or a team. */
  @Optional() @Nested(() => ContactBulkAssignment) assign?: ContactBulkAssignment;
  /** Deletes a contact. */
  @Optional() @Nested(() => ContactBulkRef) remove?: ContactBulkRef;
  /** Restores a deleted contact. */
  @Optional() @Nested(() => ContactBulkRef) restore?: ContactBulkRef;
}

export class ContactBulk {
  /**
   * What to do, in this order; 1 to 100.
   * @example [{"create": {"name": "Ada Lovelace", "email": "ada@example.com"}}]
   */
  @NestedList(() => ContactOperation, 1, 100) operations: ContactOperation[];
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   * @example true
   */
  @Optional() @Flag() atomic?: boolean;
}

export class ContactBulkResult {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   * @example 200
   */
  @Integer(200, 599) status: number;
  /** The contact after it; null after a deletion or a refusal. */
  @Nullable() @Nested(() => ContactView) contact: ContactView | null;
  /** Why it was refused (RFC 9457); null where it was done. */
  @Nullable() @FreeObject() problem: Record<string, unknown> | null;
}

export class ContactBulkView {
  /** One result an operation, in the same order. */
  @NestedList(() => ContactBulkResult, 1, 100) results: ContactBulkResult[];
}
