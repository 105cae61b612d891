import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_POLICY, type AccessPolicy } from '../../kernel/access.js';
import { BODY_EXAMPLE } from '../../kernel/routes/body-example.js';
import { takesIdempotencyKey } from '../../kernel/routes/idempotent.js';
import { LOCATION } from '../../kernel/routes/returns.js';

/** Properties of a route from decorators that `@nestjs/swagger` does not add to the document. */
export interface Route {
  readonly access: AccessPolicy | undefined;
  readonly isIdempotent: boolean;
  readonly isLimited: boolean;
  readonly hasLocation: boolean;
  /** The example of the body if its class has no example. */
  readonly bodyExample: object | undefined;
  /** Nest drops the example of an `@ApiParam` with a schema. */
  readonly examples: ReadonlyMap<string, unknown>;
}

// Metadata of @SkipThrottle() and @ApiParam(). The constants are not exported.
const SKIPS_LIMIT = 'THROTTLER:SKIPdefault';
const API_PARAMETERS = 'swagger/apiParameters';

/** Returns every route by `Controller.method`, the first id of operations. */
export function routesOf(app: INestApplication): Map<string, Route> {
  const controllers = [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as (new () => object) | null);
  return new Map(
    controllers
      .filter((controller) => controller !== null)
      .flatMap((controller) =>
        methodsOf(controller).map(([name, method]) => [`${controller.name}.${name}`, routeOf(controller, method)]),
      ),
  );
}

function methodsOf({ prototype }: { prototype: object }): [string, object][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [[name, value as object]] : [],
  );
}

function routeOf(controller: object, method: object): Route {
  const read = (key: string): unknown => Reflect.getMetadata(key, method) ?? Reflect.getMetadata(key, controller);
  const parameters = (Reflect.getMetadata(API_PARAMETERS, method) ?? []) as { name?: string; example?: unknown }[];
  return {
    access: read(ACCESS_POLICY) as AccessPolicy | undefined,
    isIdempotent: takesIdempotencyKey(method),
    isLimited: read(SKIPS_LIMIT) !== true,
    hasLocation: read(LOCATION) !== undefined,
    bodyExample: read(BODY_EXAMPLE) as object | undefined,
    examples: new Map(
      parameters.flatMap(({ name, example }) => (name !== undefined && example !== undefined ? [[name, example]] : [])),
    ),
  };
}
