import type { AnswerPromise } from './answer-promise';
import type { Version } from './etag';
import type { KontorEvent } from './events';
import type { CancelablePromise } from './generated/core/CancelablePromise';
import type { EventFeedView } from './generated/models/EventFeedView';
import type { EventView } from './generated/models/EventView';
import type { RequestOptions } from './options';
import type { PagePromise } from './page-promise';
import type { Paths, resources } from './resources';

/** The path parameters of a call, as positional arguments and by name. */
export interface Path<Ids extends readonly string[], Names extends string> {
  ids: Ids;
  names: Names;
}

type Body = 'requestBody' | 'formData';
type NoPath = Path<[], never>;

// Fields with a name ending in `At` also accept a Date.
type Moments<Filter> = {
  [Key in keyof Filter]: Filter[Key] extends string | undefined ? Filter[Key] | Date : Filter[Key];
};
type Input<Name, Value> = Name extends 'custom' ? CustomFilters : OwnInput<Name, Value>;
type OwnInput<Name, Value> = Name extends 'ifMatch' | 'ifNoneMatch'
  ? Version
  : Name extends `${string}At`
    ? Value extends object
      ? Moments<Value>
      : Value
    : Value;

type Word = string | number | boolean | Date;
/**
 * Filters on custom fields: a value, a list of alternatives, or operators, as in `{ tier: ['gold', 'silver'], seats: {
 * gte: 10 } }`.
 */
export type CustomFilters = { readonly [key: string]: Word | readonly Word[] | { readonly [operator: string]: Word } };

/** Named arguments of a call: query parameters, preconditions and the options of every request. */
type Named<Inputs, Names> = {
  [Name in keyof Inputs as Exclude<Name, Names | Body>]: Input<Name, Inputs[Name]>;
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

// Events have a type per event name, which the document cannot express.
type Typed<Result> = [Result] extends [Blob]
  ? Response
  : [Result] extends [EventView]
    ? KontorEvent
    : [Result] extends [EventFeedView]
      ? Omit<Result, 'data'> & { data: KontorEvent[] }
      : Result;

/** Calls that return a page return a promise that can be iterated. */
export type Answered<Result> = Result extends { data: Array<infer Item>; pageInfo: { nextCursor: string | null } }
  ? PagePromise<Result, Item>
  : AnswerPromise<Result>;

/** Arguments of every call: ids in the order of the URL, then the body if there is one, then named arguments. */
type Call<Method, P extends Path<readonly string[], string>> = Method extends (
  ...inputs: infer Inputs
) => CancelablePromise<infer Result>
  ? (...args: Arguments<Inputs extends [infer Only] ? Only : {}, P>) => Answered<Typed<Result>>
  : never;

type PathOf<Of, Method> = Method extends keyof Of
  ? Of[Method] extends Path<readonly string[], string>
    ? Of[Method]
    : NoPath
  : NoPath;

type ResourceCalls<Generated, Of> = {
  readonly [Method in keyof Generated as Exclude<Method, 'httpRequest'>]: Call<Generated[Method], PathOf<Of, Method>>;
};

type Last<Args extends readonly unknown[]> = Required<Args> extends [...unknown[], infer Options] ? Options : never;
/** The named arguments of a call: `OptionsOf<'leads', 'list'>`. */
export type OptionsOf<
  Name extends keyof Resources,
  Method extends keyof Resources[Name],
> = Resources[Name][Method] extends (...args: infer Args) => unknown ? NonNullable<Last<Args>> : never;

/** All resources by name: `leads`, `apiKeys`, … */
export type Resources = {
  readonly [Name in keyof typeof resources]: ResourceCalls<InstanceType<(typeof resources)[Name]>, Paths[Name]>;
};
