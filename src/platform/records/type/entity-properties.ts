import {
  ArrayType,
  BooleanType,
  DateTimeType,
  DateType,
  DecimalType,
  IntegerType,
  JsonType,
  SmallIntType,
  StringType,
  TextType,
  UnderscoreNamingStrategy,
  UuidType,
} from '@mikro-orm/core';

/** Kinds of stored values. Only `longText` and `json` are no kinds of filters. */
export type PropertyKind =
  'text' | 'longText' | 'choice' | 'integer' | 'decimal' | 'boolean' | 'timestamp' | 'day' | 'uuid' | 'tags' | 'json';

/** A stored property of a record, read from the metadata of its entity. */
export interface EntityProperty {
  /** Public name: `ownerId` for the reference `owner`. */
  readonly name: string;
  /** Property of the entity. */
  readonly property: string;
  readonly column: string;
  readonly kind: PropertyKind;
  readonly isReference: boolean;
  readonly nullable: boolean;
  /** Not part of the view. */
  readonly isHidden: boolean;
  readonly default?: unknown;
  readonly values?: readonly string[];
}

/** The part of an entity schema that this file reads. */
export interface DescribedSchema {
  readonly meta: { readonly tableName?: string; readonly properties: unknown };
}

interface Metadata {
  readonly type?: unknown;
  readonly kind?: string;
  readonly name?: string;
  readonly enum?: boolean;
  readonly items?: readonly unknown[];
  readonly nullable?: boolean;
  readonly hidden?: boolean;
  readonly default?: unknown;
}

const KINDS: readonly (readonly [type: new (...values: never[]) => object, kind: PropertyKind])[] = [
  [UuidType, 'uuid'],
  [TextType, 'longText'],
  [StringType, 'text'],
  [IntegerType, 'integer'],
  [SmallIntType, 'integer'],
  [DecimalType, 'decimal'],
  [BooleanType, 'boolean'],
  [DateTimeType, 'timestamp'],
  [DateType, 'day'],
  [JsonType, 'json'],
  [ArrayType, 'tags'],
];

const naming = new UnderscoreNamingStrategy();

/** Properties at the end of a view, in this order. */
const LAST = ['createdAt', 'updatedAt', 'deletedAt', 'version'];

/**
 * Returns the stored properties in the order of the view: as in the entity, with times and version at the end. Must be
 * called before the ORM changes the metadata.
 */
export function propertiesOf({ meta }: DescribedSchema): EntityProperty[] {
  const properties = Object.entries(meta.properties as Record<string, Metadata>);
  return properties
    .toSorted(([one], [other]) => LAST.indexOf(one) - LAST.indexOf(other))
    .map(([property, one]) => {
      const isReference = one.kind === 'm:1';
      return {
        property,
        isReference,
        name: isReference ? `${property}Id` : property,
        column: isReference
          ? naming.joinKeyColumnName(property, 'id')
          : (one.name ?? naming.propertyToColumnName(property)),
        kind: isReference ? 'uuid' : kindOf(property, one),
        nullable: one.nullable ?? false,
        isHidden: one.hidden ?? false,
        ...(one.default !== undefined && { default: one.default }),
        ...(one.enum && { values: (one.items ?? []).map(String) }),
      };
    });
}

function kindOf(property: string, { type, ...one }: Metadata): PropertyKind {
  if (one.enum) return 'choice';
  const found = KINDS.find(
    ([known]) =>
      type === known || type instanceof known || (typeof type === 'function' && type.prototype instanceof known),
  );
  if (!found) throw new Error(`The property ${property} has an unknown type`);
  return found[1];
}
