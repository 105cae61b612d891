import { verifyWebhook, WebhookVerificationError } from '@kontor/sdk';
import express from 'express';

/**
 * Creates an Express application that receives webhooks at POST /webhooks/kontor. `secrets` are all valid secrets: two
 * during a rotation. `inbox.put(event)` stores an event and returns whether the event is new.
 */
export function receiver({ secrets, inbox }) {
  const app = express();
  app.disable('x-powered-by');

  // Raw body on this route only: the signature covers the received bytes, not parsed and serialized JSON.
  app.post('/webhooks/kontor', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
    const event = await verifyWebhook(Buffer.isBuffer(request.body) ? request.body : '', request.headers, secrets);
    // Store, respond, then process: Kontor waits 15 seconds and sends the delivery again without a 2xx response.
    const isNew = await inbox.put(event);
    response.status(isNew ? 202 : 200).json({ id: event.id, isNew });
  });

  // Express recognizes an error handler by its four parameters.
  app.use((error, _request, response, _next) => {
    if (error instanceof WebhookVerificationError) return response.status(400).json({ code: error.code });
    if (error.status >= 400 && error.status < 500) return response.status(error.status).json({ code: 'unreadable' });
    console.error(error);
    return response.status(500).json({ code: 'internal-error' });
  });
  return app;
}
