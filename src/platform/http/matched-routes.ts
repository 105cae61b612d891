import { Injectable } from '@nestjs/common';
import type { Express } from 'express';
import { routersAt } from './route-branches.js';

interface Layer {
  readonly route?: { readonly methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** Which methods an address has, for 405 and its `Allow` (RFC 9110, 15.5.6). */
@Injectable()
export class MatchedRoutes {
  methodsAt(express: Express, path: string): string[] {
    const layers = routersAt(express, path).flatMap(({ stack }) => stack as unknown as Layer[]);
    const methods = layers
      .filter((layer) => layer.route && matches(layer, path))
      .flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
    return [...new Set(methods.filter((method) => method !== '_all').map((method) => method.toUpperCase()))].sort();
  }
}

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
