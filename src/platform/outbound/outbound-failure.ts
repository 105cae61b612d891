export const OUTBOUND_FAILURES = [
  'invalid-url',
  'forbidden-scheme',
  'credentials-in-url',
  'forbidden-port',
  'forbidden-address',
  'unknown-host',
  'unreachable',
  'connection-refused',
  'connection-reset',
  'tls-certificate',
  'tls-failed',
  'timeout',
] as const;
export type OutboundFailureCode = (typeof OUTBOUND_FAILURES)[number];

/** A request to another server that was not sent or got no response. */
export class OutboundFailure extends Error {
  constructor(
    readonly code: OutboundFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Error codes of Node, OpenSSL and undici. Certificate errors have many codes, such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
const CAUSES: readonly (readonly [RegExp, OutboundFailureCode, string])[] = [
  [/TIMEOUT|ETIMEDOUT/, 'timeout', 'took too long'],
  [/ECONNREFUSED/, 'connection-refused', 'refused the connection'],
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET/, 'connection-reset', 'closed the connection before its response'],
  [/CERT|ISSUER|ALTNAME/, 'tls-certificate', 'has an invalid certificate'],
  [/^ERR_(SSL|TLS)|EPROTO/, 'tls-failed', 'does not speak TLS as expected'],
];

/** Returns the failure with its cause by the code of the error. */
export function failureByCode(error: unknown, host: string): OutboundFailure {
  const { code = '', cause } = error as { code?: string; cause?: { code?: string } };
  const found = CAUSES.find(([pattern]) => pattern.test(code) || pattern.test(cause?.code ?? ''));
  const [, name, text] = found ?? [undefined, 'unreachable' as const, 'gave no answer'];
  return new OutboundFailure(name, `${host} ${text}`, { cause: error });
}
