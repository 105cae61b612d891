/** What can have been done to a record, as the audit log says it. */
export const AUDIT_ACTIONS = [
  'create',
  'read',
  'update',
  'delete',
  'restore',
  'login',
  'logout',
  'export',
  'import',
  'merge',
  'purge',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly action: AuditAction;
  /** As in its path: `leads`. */
  readonly resourceType: string;
  readonly resourceId?: string | null;
  /** One sentence for people. */
  readonly description: string;
  /** `{field: {from, to}}`; never a secret. */
  readonly changes?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/**
 * The port through which deeds come on record that change no row: exports, imports, merges. Changes of rows need no
 * call, the database writes them down by itself.
 */
export abstract class AuditLog {
  /** In a unit of work the entry stands or falls with it; outside of one it is written at once. */
  abstract record(entry: AuditEntry): Promise<void>;
}
