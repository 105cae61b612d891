import type { Request } from 'express';

const PROBE = /^\/(health\/(live|ready)|metrics)\/?$/i;

/**
 * Returns whether the request comes from an orchestrator or Prometheus. Such requests have no limits, because they must
 * work under load.
 */
export const isProbe = ({ method, path }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && PROBE.test(path);
