import { sql } from 'kysely';
import { BadRequest } from '../../kernel/errors.js';
import { likeEscaped } from './compile.js';
import { bound, type Sql } from './fields.js';
import { isText } from './kinds.js';

const SHORTEST = 2;
const LONGEST = 100;
/** Below this a word has no trigram inside it, and the index cannot help. */
const TRIGRAM = 3;

function refuse(code: string, detail: string): never {
  throw new BadRequest('invalid-query', 'The search is not acceptable.', { errors: [{ parameter: 'q', code, detail }] });
}

export function searchWords(q: string | undefined): readonly string[] {
  if (q === undefined) return [];
  if (!isText(q, LONGEST) || q.trim().length < SHORTEST) return refuse('wrong-length', `A search is text of ${SHORTEST} to ${LONGEST} characters.`);
  return [...new Set(q.trim().split(/\s+/))];
}

/** Each word must be found. The database folds case on both sides, so that they agree. */
export function searchConditions(q: string | undefined, column: Sql | undefined): readonly Sql[] {
  const words = searchWords(q);
  if (words.length > 0 && !column) return refuse('unknown-parameter', 'This list has no text search.');
  return words.map((word) => sql`${column} like lower(${bound('text', `%${likeEscaped(word)}%`)})`);
}

/** One long word is enough for the index: the others are checked on what it finds. */
export const usesTrigrams = (q: string | undefined): boolean => searchWords(q).some((word) => [...word].length >= TRIGRAM);
