import { startApp, type TestApp } from './harness/app.js';
import { operations, pathOf } from './harness/document.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('the credentials of the document', () => {
  it('do not include API keys where the server requires a session', async () => {
    const own = operations.filter(({ permission, isPublic }) => permission === undefined && !isPublic);
    const wrong: string[] = [];
    for (const operation of own) {
      const request = app.admin[operation.method](pathOf(operation));
      const { body } = await (operation.bodyExample === undefined
        ? request
        : request.send(operation.bodyExample as object));
      const needsSession = (body as { code?: string } | undefined)?.code === 'session-required';
      if (needsSession === operation.takesApiKey) wrong.push(`${operation.operationId} ${needsSession}`);
    }
    expect(own.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

describe('an Idempotency-Key', () => {
  const WITH_KEY = { 'Idempotency-Key': 'not-supported-1' };

  it('is documented for exactly the operations that support it', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const request = app.admin[operation.method](pathOf(operation)).set(WITH_KEY);
      const { body } = await (operation.method === 'get' ? request : request.send({ nothing: true }));
      const isRejected = (body as { code?: string } | undefined)?.code === 'idempotency-key-not-supported';
      const isDocumented = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
      if (isRejected === isDocumented) wrong.push(`${operation.operationId} ${isRejected}`);
    }
    expect(wrong).toEqual([]);
  });
});
