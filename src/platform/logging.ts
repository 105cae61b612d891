import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from './config/index.js';

const REDACTED = ['req.headers.authorization', 'req.headers.cookie', 'req.headers["x-api-key"]', 'res.headers["set-cookie"]', '*.password', '*.currentPassword', '*.newPassword', '*.secret', '*.key'];
/** Our keys, bearer tokens and webhook secrets, wherever they stand in a line. */
const SECRETS = /(kontor_live_[A-Za-z0-9]{10}_)[A-Za-z0-9]+|(Bearer )[\w.~+/-]+=*|(whsec_)[A-Za-z0-9+/=]+/g;

type Logged = IncomingMessage & { requestId?: string; originalUrl?: string };

const lineOf = (request: Logged, response: ServerResponse): object => ({
  method: request.method,
  path: (request.originalUrl ?? request.url ?? '').split('?', 1)[0],
  status: response.statusCode,
});

/** JSON lines with the request's id; no bodies, no query strings, no secrets. */
export function logging(config: Config): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: REDACTED, censor: '[redacted]' },
      genReqId: (request: Logged) => request.requestId ?? '',
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      autoLogging: { ignore: (request) => /^\/(health|metrics)/.test(request.url ?? '') },
      // Unwrapped: the wrapper would describe the whole request, its query too, only to have it dropped here.
      wrapSerializers: false,
      serializers: { req: () => undefined, res: () => undefined },
      customSuccessObject: (request: Logged, response: ServerResponse, line: object) => ({ ...line, ...lineOf(request, response) }),
      customErrorObject: (request: Logged, response: ServerResponse, error: Error, line: object) => ({ ...line, ...lineOf(request, response), err: { type: error.name, message: error.message } }),
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
      hooks: { streamWrite: (line) => line.replace(SECRETS, '$1$2$3[redacted]') },
    },
    forRoutes: ['*path'],
  };
}
