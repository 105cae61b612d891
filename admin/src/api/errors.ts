import { isKontorError, type KontorError } from '@kontor/sdk';
import { HttpError } from 'react-admin';

/** Returns the text of an error for people: what happened, and each invalid field. */
export function errorText(error: unknown): string {
  if (error instanceof HttpError) return error.message;
  if (!isKontorError(error)) return error instanceof Error ? error.message : String(error);
  const fields = error.errors.map(({ pointer, parameter, detail }) => [pointer ?? parameter ?? '', detail] as const);
  return [error.detail, ...fields.map(([, detail]) => detail)].filter((text) => text !== '').join(' ');
}

/** Returns the field of a JSON pointer: `#/customFields/tier` becomes `customFields.tier`. */
export const fieldAt = (pointer: string): string =>
  decodeURIComponent(pointer)
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/** Returns the texts of invalid fields by field. */
export const fieldErrorsOf = (error: unknown): Record<string, string> => {
  const found = kontorErrorOf(error)?.errors ?? [];
  return Object.fromEntries(found.flatMap(({ pointer, detail }) => (pointer ? [[fieldAt(pointer), detail]] : [])));
};

/** Returns the error of the SDK, also from inside the error that the data provider throws. */
export function kontorErrorOf(error: unknown): KontorError | undefined {
  if (isKontorError(error)) return error;
  const cause = (error as { cause?: unknown } | null | undefined)?.cause;
  return isKontorError(cause) ? cause : undefined;
}

/** Converts errors of the SDK to the errors that react-admin shows. */
export function asHttpError(error: unknown): unknown {
  if (!isKontorError(error)) return error;
  const converted = new HttpError(errorText(error), error.status, error.problem);
  return Object.assign(converted, { cause: error });
}
