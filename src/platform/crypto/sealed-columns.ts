/** A column whose values are sealed: what `npm run keys:rotate` and the check at the start have to visit. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column whose value is the `id` of the sealed place. */
  readonly idColumn: string;
  /** The column is jsonb and holds the envelope as a JSON string. */
  readonly isJson: boolean;
  /** The boolean column that says which rows are sealed, where not all are. */
  readonly onlyWhere?: string;
}

const columns = new Map<string, SealedColumn>();

export function defineSealedColumn(column: SealedColumn): SealedColumn {
  columns.set(`${column.table}.${column.column}`, column);
  return column;
}

export const sealedColumns = (): SealedColumn[] => [...columns.values()];
