import { createHmac } from 'node:crypto';

/** Returns the signatures of Standard Webhooks: HMAC-SHA256 over id, timestamp and body, one signature per key. */
export const signatureOf = (id: string, timestamp: number, body: string, keys: readonly Buffer[]): string =>
  keys.map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ');
