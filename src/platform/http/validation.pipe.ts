import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { BadRequest, Invalid, Refusal, type FieldError } from '../../kernel/errors.js';
import { keepRules } from './known-rules.js';

class Mistakes extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('validation');
  }
}

/** What class-validator calls an unknown key. */
const UNKNOWN = 'whitelistValidation';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
/** RFC 6901 in a URI fragment. */
const segment = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Checks every request against its class: unknown keys and parameters are 400, values that do not fit are 422 in a body and 400 in a query. */
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
    // A query without parameters is checked once a class: what holds for nothing holds again.
    const bare = metadata.type === 'query' && metadata.metatype && isEmpty(value) ? metadata.metatype : undefined;
    if (bare && this.allOptional.has(bare)) return new bare() as unknown;
    try {
      const accepted: unknown = await super.transform(value, metadata);
      if (bare && accepted instanceof bare) this.allOptional.add(bare);
      return accepted;
    } catch (error) {
      if (error instanceof Mistakes) throw refusalOf(error.errors, metadata.type === 'body');
      if (error instanceof Refusal) throw error;
      throw metadata.type === 'body'
        ? new Invalid('invalid-body', 'The request body is not acceptable.')
        : new BadRequest('invalid-query', 'A parameter is not acceptable.');
    }
  }
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function refusalOf(mistakes: ValidationError[], inBody: boolean): Refusal {
  const errors = mistakes.flatMap((mistake) => flatten(mistake, inBody, ''));
  const unknown = errors.some(({ code }) => code === 'unknown-field' || code === 'unknown-parameter');
  if (!inBody)
    return new BadRequest(unknown ? 'unknown-parameter' : 'invalid-query', 'A parameter is not acceptable.', {
      errors,
    });
  return unknown
    ? new BadRequest('unknown-field', 'The body holds a field that is not known here.', { errors })
    : new Invalid('invalid-body', 'The request body is not acceptable.', { errors });
}

function flatten(mistake: ValidationError, inBody: boolean, parent: string): FieldError[] {
  const path = parent === '' ? segment(mistake.property) : `${parent}/${segment(mistake.property)}`;
  const place = inBody ? { pointer: `#/${path}` } : { parameter: decodeURIComponent(path.replace('/', '.')) };
  const own = Object.entries(mistake.constraints ?? {}).map(([rule, detail]) => ({
    ...place,
    code: rule === UNKNOWN ? (inBody ? 'unknown-field' : 'unknown-parameter') : kebab(rule),
    detail: rule === UNKNOWN ? `${mistake.property} is not known here` : detail,
  }));
  return [...own, ...(mistake.children ?? []).flatMap((child) => flatten(child, inBody, path))];
}
