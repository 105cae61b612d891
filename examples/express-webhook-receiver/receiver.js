import { verifyWebhook, WebhookVerificationError } from '@kontor/sdk';
import express from 'express';

/**
 * An Express application that takes webhooks at POST /webhooks/kontor. `secrets` are all that are valid now: two while
 * one is being changed. `inbox.put(event)` keeps an event and says whether it is new.
 */
export function receiver({ secrets, inbox }) {
  const app = express();
  app.disable('x-powered-by');

  // Raw, and only here: the signature is of the bytes as they came, and not of JSON that was read and written again.
  app.post('/webhooks/kontor', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
    const event = await verifyWebhook(Buffer.isBuffer(request.body) ? request.body : '', request.headers, secrets);
    // First kept, then answered, then worked on: Kontor waits 15 seconds, and delivers again what was not answered with 2xx.
    const isNew = await inbox.put(event);
    response.status(isNew ? 202 : 200).json({ id: event.id, isNew });
  });

  // Express knows a handler of errors by its four parameters.
  app.use((error, _request, response, _next) => {
    if (error instanceof WebhookVerificationError) return response.status(400).json({ code: error.code });
    if (error.status >= 400 && error.status < 500) return response.status(error.status).json({ code: 'unreadable' });
    console.error(error);
    return response.status(500).json({ code: 'internal-error' });
  });
  return app;
}
