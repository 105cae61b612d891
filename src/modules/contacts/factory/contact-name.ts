import { invalidAt } from '../../../kernel/errors.js';
import { splitName } from './person-name.js';
import { lengthOf } from '../../../kernel/values/text.js';

const MOST = 100;

export interface NameParts {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

interface NameInput {
  readonly name?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

/** Returns the first and last name: the given parts, else the parts of the full name, else the earlier values. */
export function nameParts(
  { name, firstName, lastName }: NameInput,
  before: NameParts = { firstName: null, lastName: null },
): NameParts {
  const known = name === undefined || name === null ? before : splitName(name);
  const parts = {
    firstName: firstName === undefined ? known.firstName : firstName,
    lastName: lastName === undefined ? known.lastName : lastName,
  };
  if (parts.firstName === null && parts.lastName === null)
    throw invalidAt('#/name', 'required', 'a contact needs a name, or a first or last name');
  for (const part of Object.values(parts))
    if (part && lengthOf(part) > MOST)
      throw invalidAt(
        '#/name',
        'too-long',
        `a first or last name has at most ${MOST} characters; set firstName and lastName`,
      );
  return parts;
}

/** Must equal the generated column `name`. */
export const fullName = ({ firstName, lastName }: NameParts): string =>
  [firstName, lastName].filter((part) => part !== null).join(' ');
