import type { AnswerPromise } from './answer-promise';
import type { Version } from './etag';
import type { CancelablePromise } from './generated/core/CancelablePromise';
import type { RequestOptions } from './options';
import type { PagePromise } from './page-promise';
import type { Paths, resources } from './resources';

/** The path parameters of a call: as positional arguments, and by name. */
export interface Path<Ids extends readonly string[], Names extends string> {
  ids: Ids;
  names: Names;
}

type Body = 'requestBody' | 'formData';
type NoPath = Path<[], never>;

// Fields called …At are moments: a Date serves as well.
type Moments<Filter> = {
  [Key in keyof Filter]: Filter[Key] extends string | undefined ? Filter[Key] | Date : Filter[Key];
};
type Given<Name, Value, Custom> = Custom extends true
  ? Name extends 'custom'
    ? CustomFilters
    : Name extends 'sort'
      ? CustomSort<Value>
      : GivenOwn<Name, Value>
  : GivenOwn<Name, Value>;
type GivenOwn<Name, Value> = Name extends 'ifMatch' | 'ifNoneMatch'
  ? Version
  : Name extends `${string}At`
    ? Value extends object
      ? Moments<Value>
      : Value
    : Value;

type Word = string | number | boolean | Date;
/** Filters by custom fields: a value, several of which any will do, or operators, as in `{ tier: ['gold', 'silver'], seats: { gte: 10 } }`. */
export type CustomFilters = { readonly [key: string]: Word | readonly Word[] | { readonly [operator: string]: Word } };
type CustomSort<Value> = Value extends Array<infer Own> ? Array<Own | `custom.${string}` | `-custom.${string}`> : Value;

/** What a call takes by name: its query parameters, its preconditions, and the options of every request. */
type Named<Inputs, Names> = {
  [Name in keyof Inputs as Exclude<Name, Names | Body>]: Given<
    Name,
    Inputs[Name],
    'custom' extends keyof Inputs ? true : false
  >;
} & RequestOptions;

type BodyArgument<Inputs> = Body & keyof Inputs extends never
  ? []
  : {} extends Pick<Inputs, Body & keyof Inputs>
    ? [body?: Inputs[Body & keyof Inputs]]
    : [body: Inputs[Body & keyof Inputs]];
type NamedArgument<Options> = {} extends Options ? [options?: Options] : [options: Options];

type Arguments<Inputs, P extends Path<readonly string[], string>> = [
  ...P['ids'],
  ...BodyArgument<Inputs>,
  ...NamedArgument<Named<Inputs, P['names']>>,
];

/** A page gives the promise that can be looped over. */
export type Answered<Result> = Result extends { data: Array<infer Item>; pageInfo: { nextCursor: string | null } }
  ? PagePromise<Result, Item>
  : AnswerPromise<Result>;

/** The one rule of all calls: ids in the order of the URL, then the body where there is one, then everything else by name. */
type Call<Method, P extends Path<readonly string[], string>> = Method extends (
  ...inputs: infer Inputs
) => CancelablePromise<infer Result>
  ? (...args: Arguments<Inputs extends [infer Only] ? Only : {}, P>) => Answered<Result>
  : never;

type PathOf<Of, Method> = Method extends keyof Of
  ? Of[Method] extends Path<readonly string[], string>
    ? Of[Method]
    : NoPath
  : NoPath;

type ResourceCalls<Generated, Of> = {
  readonly [Method in keyof Generated as Exclude<Method, 'httpRequest'>]: Call<Generated[Method], PathOf<Of, Method>>;
};

/** All resources by name: `leads`, `apiKeys`, … */
export type Resources = {
  readonly [Name in keyof typeof resources]: ResourceCalls<InstanceType<(typeof resources)[Name]>, Paths[Name]>;
};
