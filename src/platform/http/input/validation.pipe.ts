import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { BadRequestError, UnprocessableError, DomainError, type FieldError } from '../../../kernel/errors.js';
import { cutName } from '../problems/field-errors.js';
import { keepRules } from './known-rules.js';

class Mistakes extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('validation');
  }
}

const MOST_INEXACT = 20;
/** The rule name of class-validator for an unknown key. */
const UNKNOWN = 'whitelistValidation';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
/** RFC 6901 in a URI fragment. A lone surrogate is not allowed in a URI. */
const segment = (name: string): string =>
  encodeURIComponent(name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * Validates every request by its class. Unknown keys and parameters give 400. Invalid values give 422 in a body and 400
 * in a query.
 */
@Injectable()
export class RequestPipe extends ValidationPipe {
  private readonly allOptional = new WeakSet<object>();

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      transform: true,
      transformOptions: { exposeDefaultValues: false },
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Mistakes(errors),
    });
    keepRules();
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // An empty query is validated once per class, because the result is always the same.
    const bare = metadata.type === 'query' && metadata.metatype && isEmpty(value) ? metadata.metatype : undefined;
    if (bare && this.allOptional.has(bare)) return new bare() as unknown;
    try {
      const accepted: unknown = await super.transform(value, metadata);
      if (metadata.type === 'body') requireExactNumbers(accepted);
      if (bare && accepted instanceof bare) this.allOptional.add(bare);
      return accepted;
    } catch (error) {
      if (error instanceof Mistakes) throw rejectionOf(error.errors, metadata.type === 'body');
      if (error instanceof DomainError) throw error;
      throw metadata.type === 'body'
        ? new UnprocessableError('invalid-body', 'The request body is invalid.')
        : new BadRequestError('invalid-query', 'A parameter is invalid.');
    }
  }
}

/** Rejects JSON numbers beyond 2^53: parsing changed them, so another number would be stored. */
function requireExactNumbers(body: unknown): void {
  const errors: FieldError[] = [];
  const inspect = (value: unknown, path: string): void => {
    if (errors.length >= MOST_INEXACT) return;
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      errors.push({
        pointer: `#${path}`,
        code: 'not-exact',
        detail: 'whole numbers beyond 2^53 cannot be read exactly; send them as text',
      });
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) inspect(item, `${path}/${segment(key.slice(0, 100))}`);
  };
  inspect(body, '');
  if (errors.length > 0) throw new UnprocessableError('invalid-body', 'The request body is invalid.', { errors });
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function rejectionOf(mistakes: ValidationError[], inBody: boolean): DomainError {
  const errors = mistakes.flatMap((mistake) => flatten(mistake, inBody, ''));
  const unknown = errors.some(({ code }) => code === 'unknown-field' || code === 'unknown-parameter');
  if (!inBody)
    return new BadRequestError(unknown ? 'unknown-parameter' : 'invalid-query', 'A parameter is invalid.', { errors });
  return unknown
    ? new BadRequestError('unknown-field', 'The body has an unknown field.', { errors })
    : new UnprocessableError('invalid-body', 'The request body is invalid.', { errors });
}

function flatten(mistake: ValidationError, inBody: boolean, parent: string): FieldError[] {
  const property = cutName(mistake.property);
  const path = inBody ? `${parent || '#'}/${segment(property)}` : parent === '' ? property : `${parent}[${property}]`;
  const location = inBody ? { pointer: path } : { parameter: path };
  const own = Object.entries(mistake.constraints ?? {})
    .filter(([rule]) => !isSaidAlready(rule, mistake))
    .map(([rule, detail]) => ({
      ...location,
      code: rule === UNKNOWN ? (inBody ? 'unknown-field' : 'unknown-parameter') : kebab(rule),
      detail: rule === UNKNOWN ? `${property} is unknown` : detail,
    }));
  return [...own, ...(mistake.children ?? []).flatMap((child) => flatten(child, inBody, path))];
}

/** A value that is not an object breaks two rules. The error of the first rule is enough. */
const isSaidAlready = (rule: string, { constraints }: ValidationError): boolean =>
  rule === 'nestedValidation' && constraints?.['isObject'] !== undefined;
