import type { FieldError } from '../../../kernel/errors.js';

const MAX_ERRORS = 50;
const MAX_NAME = 100;
const MAX_TEXT = 1_000;

/** Cuts a name from the request, so that a response is never much larger than its request. */
export const cutName = (name: string): string =>
  name.length > MAX_NAME ? name.slice(0, MAX_NAME).toWellFormed() : name;

/** Keeps the first 50 errors of a response and limits the length of each error. */
export const cutErrors = (errors: readonly FieldError[]): FieldError[] => errors.slice(0, MAX_ERRORS).map(cutError);

function cutError({ pointer, parameter, detail, ...rest }: FieldError): FieldError {
  return {
    ...(pointer !== undefined && { pointer: pointer.slice(0, MAX_TEXT) }),
    ...(parameter !== undefined && { parameter: parameter.slice(0, MAX_TEXT) }),
    ...rest,
    detail: detail.slice(0, MAX_TEXT).toWellFormed(),
  };
}
