import { ConflictError } from '../../../kernel/errors.js';
import { violatedCheck, violatedUnique } from '../../../platform/database/index.js';

/** Converts violated database constraints of users into domain errors. Returns other errors unchanged. */
export function toDomainError(error: unknown): unknown {
  if (violatedUnique(error) === 'users_email_key')
    return new ConflictError('email-taken', 'Another user already has this e-mail address.');
  const rule = violatedCheck(error);
  if (rule === 'users_manager_cycle')
    return new ConflictError('manager-cycle', 'This manager reports to the user, directly or indirectly.');
  if (rule === 'users_last_admin')
    return new ConflictError(
      'last-admin',
      'This is the last active administrator. Make another user administrator first.',
    );
  return error;
}

export const orDomainError = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => Promise.reject(toDomainError(error) as Error));
