import type { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

type Class<T> = new () => T;

/** An example of an id in the API document. */
export const EXAMPLE_ID = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';

/** Describes a property that has no comment in the code. */
export const described = (description: string, example?: unknown): PropertyDecorator =>
  ApiProperty({ description, ...(example !== undefined && { example }) });

/** Adds decorated properties to a class. */
export function addProperties(
  type: Type<object>,
  properties: Readonly<Record<string, readonly PropertyDecorator[]>>,
): void {
  for (const [name, decorators] of Object.entries(properties))
    for (const decorate of decorators) decorate(type.prototype as object, name);
}

/** Creates a class with a name in the API document, and with the properties of `base`. */
export function namedClass<T extends object>(name: string, base?: Type<object>): Class<T> {
  const Base = base ?? (class {} as Type<object>);
  const created = class extends Base {};
  Object.defineProperty(created, 'name', { value: name });
  ApiSchema({ name })(created);
  return created as Class<T>;
}

/** Creates a class with the properties of `base` and further decorated properties. */
export function extendedClass<T extends object>(
  name: string,
  base: Type<object> | undefined,
  properties: Readonly<Record<string, readonly PropertyDecorator[]>>,
): Class<T> {
  const created = namedClass<T>(name, base);
  addProperties(created, properties);
  return created;
}

/**
 * Sets the class that validates and documents the third parameter of each handler, after the actor and the id. The
 * compiler cannot write the type of a class that is created at run time.
 */
export function withInputs(controller: Type, inputs: Readonly<Record<string, Type>>): Type {
  for (const [method, input] of Object.entries(inputs))
    Reflect.defineMetadata('design:paramtypes', [Object, String, input], controller.prototype as object, method);
  return controller;
}
