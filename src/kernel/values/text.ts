/** Letters that Unicode does not decompose into a base letter and a mark. Equal to `fold_text` of the database. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ð: 'd',
  þ: 't',
  ς: 'σ',
};

/**
 * Returns the form in which texts are searched: no case, no accents, one spelling. Equal to `fold_text` of the
 * database.
 */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđħıðþς]/g, (character) => PLAIN_LETTERS[character] ?? character)
    .normalize('NFKC');

/**
 * Returns the form in which texts that must differ are compared: trimmed, composed, without case. Equal to `equal_text`
 * of the database.
 */
export const equalText = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Counts characters as people and PostgreSQL do, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

// PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 form. Without this check the driver fails later.
const UNSTORABLE = /\u0000|\p{Surrogate}/u;
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);
