import type { Actor } from '../../kernel/actor.js';
import { Conflict } from '../../kernel/errors.js';
import { outsideUnit, violatedUnique } from '../../platform/database/index.js';
import type { ContactsQueries } from './contacts.queries.js';

export const EMAIL_TAKEN = 'contact-email-taken';

/** Says in words that an address is taken, and by whom as far as the actor sees; the transaction that failed can be asked nothing any more. */
export async function inWords(error: unknown, queries: ContactsQueries, actor: Actor, email: string | null | undefined): Promise<unknown> {
  if (violatedUnique(error) !== 'contacts_email_key') return error;
  const contactId = email ? await outsideUnit(() => queries.idByEmail(actor, email)) : undefined;
  return new Conflict(EMAIL_TAKEN, 'Another contact has this e-mail address already.', {
    errors: [{ pointer: '#/email', code: EMAIL_TAKEN, detail: 'another contact has this e-mail address already' }],
    ...(contactId && { members: { contactId } }),
  });
}
