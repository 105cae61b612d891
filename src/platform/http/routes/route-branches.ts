import { Router, type Express, type NextFunction, type Request, type Response } from 'express';

const BRANCH = /^\/api\/v1\/([^/:*{(]+)(?:\/|$)/i;
const branchesOf = new WeakMap<Express, Map<string, Router>>();

const nameOf = (path: string): string | undefined => BRANCH.exec(path)?.[1]?.toLowerCase();

/**
 * Creates a separate router for the routes of each resource. Express tests routes one after another: with three hundred
 * routes that took 8 % of the Node time of a read by id. Paths match as before.
 */
export function branchRoutes(app: Express): void {
  const branches = new Map<string, Router>();
  branchesOf.set(app, branches);
  const toBranch = (request: Request, response: Response, next: NextFunction): void => {
    const branch = branches.get(nameOf(request.path) ?? '');
    if (branch) branch(request, response, next);
    else next();
  };
  // `app.get()` and the other methods call this for a route of the path.
  const inRoot = app.route.bind(app) as (path: unknown) => ReturnType<Express['route']>;
  const route = (path: unknown): ReturnType<Express['route']> => {
    const name = typeof path === 'string' ? nameOf(path) : undefined;
    if (name === undefined) return inRoot(path);
    if (branches.size === 0) app.use(toBranch);
    const branch = branches.get(name) ?? Router();
    branches.set(name, branch);
    return branch.route(path as string);
  };
  app.route = route as Express['route'];
}

/** Returns the routers that can contain a route of this path. */
export function routersAt(app: Express, path: string): Router[] {
  const branch = branchesOf.get(app)?.get(nameOf(path) ?? '');
  return branch ? [app.router as unknown as Router, branch] : [app.router as unknown as Router];
}
