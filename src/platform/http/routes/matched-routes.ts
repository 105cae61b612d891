import { Injectable } from '@nestjs/common';
import type { Express } from 'express';
import { isRouteName } from '../../../kernel/routes/parameters.js';
import { routersAt } from './route-branches.js';

interface Layer {
  readonly route?: { readonly methods: Record<string, boolean> };
  match(path: string): { readonly params: Readonly<Record<string, string>> } | false | undefined;
}

/** Finds the methods of a path, for 405 and its `Allow` header (RFC 9110, 15.5.6). */
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
    const match = layer.match(path);
    return match ? !isRouteName(match.params['id'] ?? '') : false;
  } catch {
    return false;
  }
}
