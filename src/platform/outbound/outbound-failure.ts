export const OUTBOUND_FAILURES = [
  'invalid-url',
  'forbidden-scheme',
  'credentials-in-url',
  'forbidden-port',
  'forbidden-address',
  'unknown-host',
  'unreachable',
  'timeout',
] as const;
export type OutboundFailureCode = (typeof OUTBOUND_FAILURES)[number];

/** A request to another server that was not sent, or got no answer. */
export class OutboundFailure extends Error {
  constructor(
    readonly code: OutboundFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
