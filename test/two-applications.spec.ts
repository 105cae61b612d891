import { ADMIN, signIn, startApp, type TestApp } from './harness/app.js';
import { caller, type Caller } from './harness/caller.js';

let one: TestApp;
let other: TestApp;
let isOtherOpen = true;
beforeAll(async () => {
  one = await startApp({ ROLE: 'web' });
  other = await startApp({ ROLE: 'web' });
}, 60_000);
afterAll(async () => {
  if (isOtherOpen) await other.close();
  await one.close();
});

const byToken = async ({ url, anonymous }: TestApp): Promise<Caller> => {
  const { accessToken } = (await anonymous.post('/auth/token').send(ADMIN).expect(200)).body as { accessToken: string };
  return caller(url, { Authorization: `Bearer ${accessToken}` });
};
const callersOf = async (app: TestApp): Promise<Caller[]> => [app.admin, await signIn(app.url), await byToken(app)];
const statusesOf = (callers: readonly Caller[], url: string): Promise<number[]> =>
  Promise.all(callers.map(async ({ headers }) => (await caller(url, headers).get('/leads')).status));

describe('two applications in one process', () => {
  it('accept only their own API keys, sessions and access tokens', async () => {
    const [own, foreign] = [await callersOf(one), await callersOf(other)];
    expect(await statusesOf(own, one.url)).toEqual([200, 200, 200]);
    expect(await statusesOf(foreign, other.url)).toEqual([200, 200, 200]);
    expect(await statusesOf(foreign, one.url)).toEqual([401, 401, 401]);
  });

  it('continue when the other one is closed', async () => {
    const own = await callersOf(one);
    isOtherOpen = false;
    await other.close();
    expect(await statusesOf(own, one.url)).toEqual([200, 200, 200]);
    await one.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201);
  });
});
