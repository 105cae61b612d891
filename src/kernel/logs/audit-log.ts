export const AUDIT_ACTIONS = [
  'create',
  'update',
  'delete',
  'restore',
  'login',
  'logout',
  'export',
  'merge',
  'purge',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly action: AuditAction;
  /** The name in the path, such as `leads`. */
  readonly resourceType: string;
  readonly resourceId?: string | null;
  /** One sentence for people. */
  readonly description: string;
  /** `{field: {from, to}}`. Never contains a secret. */
  readonly changes?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** Records actions that change no row: exports and merges. Triggers of the database record changes of rows. */
export abstract class AuditLog {
  /** Writes the entry in the transaction of the unit of work. Without a unit of work, writes the entry immediately. */
  abstract record(entry: AuditEntry): Promise<void>;
}
