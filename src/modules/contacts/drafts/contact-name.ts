import { invalidAt } from '../../../kernel/errors.js';
import { splitName } from '../../../kernel/person-name.js';

const MOST = 100;

export interface NameParts {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

interface WantedName {
  readonly name?: string | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

/** The parts of a name: those that are given, else those of the full name, else what they were. */
export function nameParts(
  { name, firstName, lastName }: WantedName,
  before: NameParts = { firstName: null, lastName: null },
): NameParts {
  const known = name === undefined ? before : splitName(name);
  const parts = {
    firstName: firstName === undefined ? known.firstName : firstName,
    lastName: lastName === undefined ? known.lastName : lastName,
  };
  if (parts.firstName === null && parts.lastName === null)
    throw invalidAt('#/name', 'required', 'a contact needs a name, or a first or last name');
  for (const part of Object.values(parts))
    if (part && part.length > MOST)
      throw invalidAt('#/name', 'too-long', `a first or last name has at most ${MOST} characters; give them apart`);
  return parts;
}

/** As the database makes it. */
export const fullName = ({ firstName, lastName }: NameParts): string =>
  [firstName, lastName].filter((part) => part !== null).join(' ');
