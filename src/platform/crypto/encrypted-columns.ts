/** A column with encrypted values, for `npm run keys:rotate` and the check at the start. */
export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that contains the `id` of the cipher context. Rows without an id are not encrypted. */
  readonly idColumn: string;
  /** Whether the column is jsonb and holds the encrypted value as a JSON string. */
  readonly isJson: boolean;
  /** The boolean column that marks encrypted rows, if not all rows are encrypted. */
  readonly onlyWhere?: string;
}

const columns = new Map<string, EncryptedColumn>();

export function defineEncryptedColumn(column: EncryptedColumn): EncryptedColumn {
  columns.set(`${column.table}.${column.column}`, column);
  return column;
}

export const encryptedColumns = (): EncryptedColumn[] => [...columns.values()];
