import { Conflict } from '../../../kernel/errors.js';
import { violatedCheck, violatedUnique } from '../../../platform/database/index.js';

/** The rules about users that the database keeps, in words. Everything else stays what it is. */
export function inWords(error: unknown): unknown {
  if (violatedUnique(error) === 'users_email_key')
    return new Conflict('email-taken', 'Somebody else has this e-mail address already.');
  const rule = violatedCheck(error);
  if (rule === 'users_manager_cycle')
    return new Conflict('manager-cycle', 'With this manager the user would, over others, report to themselves.');
  if (rule === 'users_last_admin')
    return new Conflict('last-admin', 'This is the last active admin: make another one first.');
  return error;
}

export const inWordsOr = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => Promise.reject(inWords(error) as Error));
