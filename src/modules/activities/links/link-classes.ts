import { Id, IdsParameter, Nested, Nullable, Optional, Text } from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import {
  ALL_LINKS,
  described,
  EXAMPLE_ID,
  extendedClass,
  type LinkedRecord,
  type LinkIds,
  type LinkName,
  type LinkProperty,
} from '../../../platform/records/index.js';

type Properties = Readonly<Record<string, readonly PropertyDecorator[]>>;
type Class = new () => object;

/** A linked record in a response. */
export class LinkedRecordRef {
  @described('Id of the record', EXAMPLE_ID) @Id() id: string;
  @described('Name of the record', 'Calculating machine') @Text(1, 255) name: string;
}

const eachLink = (decorators: (link: LinkedRecord, example: string | null) => PropertyDecorator[]): Properties =>
  Object.fromEntries(ALL_LINKS.map((link, at) => [link.property, decorators(link, at === 0 ? EXAMPLE_ID : null)]));

/** Ids of the linked records in input. */
export const linkInputClass = (name: string): new () => Partial<LinkIds> =>
  extendedClass(
    name,
    undefined,
    eachLink((link, example) => [Id(), Nullable(), Optional(), described(`Id of the linked ${link.name}`, example)]),
  );

/** Ids of the linked records in a response. */
export const linkIdsClass = <T extends object>(name: string, base: new () => T): new () => T & LinkIds =>
  extendedClass(
    name,
    base,
    eachLink((link, example) => [Id(), Nullable(), described(`Id of the linked ${link.name}`, example)]),
  );

/** Filters by linked records in query parameters. */
export const linkFilterClass = (name: string): new () => PageQuery & { [P in LinkProperty]?: string[] } =>
  extendedClass(
    name,
    PageQuery,
    eachLink(({ resource }) => [
      described(`Ids of linked ${resource}; repeat to match any of several`),
      Optional(),
      IdsParameter(),
    ]),
  );

/** Linked records that a response contains on request. `classes`: the views of some record types. */
export function linkIncludeClass<C extends Partial<Record<LinkName, Class>>>(
  name: string,
  classes: C,
): new () => {
  -readonly [K in LinkName]?: (C[K] extends new () => infer R ? R : LinkedRecordRef) | null;
} {
  const properties = ALL_LINKS.map((link) => [
    link.name,
    [
      Nullable(),
      described(`The linked ${link.name}, only with \`include=${link.name}\`; null if the caller cannot see it`),
      Nested(() => classes[link.name] ?? LinkedRecordRef),
      Optional(),
    ],
  ]);
  return extendedClass(name, undefined, Object.fromEntries(properties) as Properties);
}
