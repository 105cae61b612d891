/** A column that refers to a record. Merges, conversions, erasure and writes use these definitions. */
export interface RecordLink {
  readonly table: string;
  readonly column: string;
  /** Property in views and request bodies. */
  readonly property: string;
  /** Table of the referenced records. */
  readonly to: string;
  /** A flag that only one active row per record has, such as the primary contact of a company. */
  readonly first?: string;
  /** Whether both records describe the same person, such as a lead and its converted contact. */
  readonly isSamePerson?: true;
}

type Definition = Omit<RecordLink, 'table' | 'property' | 'column'>;

const defined: RecordLink[] = [];

const columnOf = (property: string): string => property.replace(/[A-Z]/g, (character) => `_${character.toLowerCase()}`);

/** Declares all properties of a table that refer to other records. A test compares the list with the foreign keys. */
export function defineRecordLinks(table: string, links: Readonly<Record<string, Definition>>): void {
  for (const [property, link] of Object.entries(links))
    defined.push({ table, property, column: columnOf(property), ...link });
}

export const linksFrom = (table: string): readonly RecordLink[] => defined.filter((link) => link.table === table);
export const linksTo = (table: string): readonly RecordLink[] => defined.filter(({ to }) => to === table);
export const samePersonLinks = (): readonly RecordLink[] => defined.filter(({ isSamePerson }) => isSamePerson);
