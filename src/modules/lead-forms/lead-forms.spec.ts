import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { LeadFormView } from './lead-forms.dto.js';
import type { SubmissionView } from './submissions/submissions.dto.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><svg onload=alert(1)>',
  "'; drop table leads; --",
  "=cmd|' /C calc'!A0",
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  '\u202Egnp.exe',
  'a\u0000b',
  '\ud800',
  'x\r\nBcc: evil@example.com',
  '<!--#exec cmd="ls"-->',
  'javascript:alert(1)',
  '&lt;b&gt;',
  '%00',
  '😀'.repeat(10),
  '__proto__',
];
const ADA = { name: 'Ada Lovelace', email: 'ada@example.com', message: 'We need a calculating machine.' };

describe('Lead forms', () => {
  let t: TestApp;
  let sender = 0;
  beforeAll(async () => void (t = await startApp({ TRUST_PROXY_HOPS: '1', PUBLIC_URL: 'https://crm.example.com' })));
  afterAll(() => t.close());

  // A new address for each submission, so that only the tests of the limit per address reach this limit.
  const address = () => `198.51.${Math.floor((sender += 1) / 250)}.${(sender % 250) + 1}`;
  const createForm = async (fields: object = {}): Promise<LeadFormView> =>
    (
      await t.admin
        .post('/lead-forms')
        .send({ name: 'Contact page', ...fields })
        .expect(201)
    ).body as LeadFormView;
  const submit = (key: string, body: object, from = address()) =>
    t.anonymous.post(`/forms/${key}/submissions`).set('X-Forwarded-For', from).send(body);
  const log = async (form: LeadFormView, query = ''): Promise<SubmissionView[]> =>
    ((await t.admin.get(`/lead-forms/${form.id}/submissions${query}`).expect(200)).body as { data: SubmissionView[] })
      .data;
  const outcomes = async (form: LeadFormView) => (await log(form, '?limit=100')).map(({ outcome }) => outcome).sort();
  const leadOf = async (form: LeadFormView) => {
    const [accepted] = await log(form, '?outcome=accepted');
    return (await t.admin.get(`/leads/${accepted?.leadId}`).expect(200)).body as Record<string, unknown>;
  };
  const page = (key: string, query = '') => t.anonymous.get(`//forms/${key}${query}`).set('Accept', 'text/html');

  describe('for the team', () => {
    it('a form needs only a name and gets a key, URLs and four fields', async () => {
      const answer = await t.admin.post('/lead-forms').send({ name: 'Contact page' }).expect(201);
      const form = answer.body as LeadFormView;
      expect(answer.headers['location']).toBe(`/api/v1/lead-forms/${form.id}`);
      expect(answer.headers['etag']).toBe('"1"');
      expect(form.publicKey).toMatch(/^[0-9A-Za-z]{24}$/);
      expect(form.url).toBe(`https://crm.example.com/forms/${form.publicKey}`);
      expect(form.submitUrl).toBe(`https://crm.example.com/api/v1/forms/${form.publicKey}/submissions`);
      expect(form.fields.map(({ name }) => name)).toEqual(['name', 'email', 'company', 'message']);
      expect(form).toMatchObject({
        source: 'website',
        enabled: true,
        minimumFillSeconds: 2,
        dedupeMinutes: 10,
        hourlyLimit: 300,
        tokenRequired: false,
        version: 1,
        deletedAt: null,
      });
      expect((await t.admin.get(`/lead-forms/${form.id}`).expect(200)).body).toEqual(form);
    });

    it.each([
      ['no e-mail or phone field', { fields: [{ name: 'name', label: 'Name' }] }, '#/fields'],
      [
        'a duplicate field',
        {
          fields: [
            { name: 'email', label: 'A' },
            { name: 'email', label: 'B' },
          ],
        },
        '#/fields/1/name',
      ],
      [
        'a select without options',
        {
          fields: [
            { name: 'email', label: 'A' },
            { name: 'budget', label: 'B', type: 'select' },
          ],
        },
        '#/fields/1/options',
      ],
      ['a text with options', { fields: [{ name: 'email', label: 'A', options: ['x'] }] }, '#/fields/0/options'],
      ['an internal field', { fields: [{ name: 'status', label: 'A' }] }, '#/fields/0/name'],
      ['an origin with a path', { allowedOrigins: ['https://a.example/x'] }, '#/allowedOrigins'],
      [
        'an origin that would break a header',
        { allowedOrigins: ["https://a.example; script-src 'unsafe-inline'"] },
        '#/allowedOrigins',
      ],
      ['a wildcard', { allowedOrigins: ['*'] }, '#/allowedOrigins'],
      ['a redirect to a script', { redirectUrl: 'javascript:alert(1)' }, '#/redirectUrl'],
      ['an unknown owner', { ownerId: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' }, '#/ownerId'],
    ])('a form with %s is rejected', async (_, fields, pointer) => {
      const answer = await t.admin
        .post('/lead-forms')
        .send({ name: 'Bad', ...fields })
        .expect(422);
      expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(
        pointer,
      );
    });

    it('an outdated change is rejected, a current one is applied with an event', async () => {
      const form = await createForm();
      expect(
        (
          await t.admin
            .patch(`/lead-forms/${form.id}`)
            .set('If-Match', '"1"')
            .send({ title: 'Write to us' })
            .expect(200)
        ).body,
      ).toMatchObject({ title: 'Write to us', version: 2 });
      expect(
        (await t.admin.patch(`/lead-forms/${form.id}`).set('If-Match', '"1"').send({ title: 'Late' }).expect(412)).body,
      ).toMatchObject({ code: 'stale-version', currentVersion: 2, differingFields: ['title'] });
      const { rows } = await t.db.query<{ type: string }>(
        'select type from events where resource_id = $1 order by sequence',
        [form.id],
      );
      expect(rows.map(({ type }) => type)).toEqual(['lead_form.created', 'lead_form.updated']);
    });

    it('a deleted form accepts nothing until it is restored', async () => {
      const form = await createForm();
      await t.admin.delete(`/lead-forms/${form.id}`).expect(204);
      await t.admin.get(`/lead-forms/${form.id}`).expect(404);
      await page(form.publicKey).expect(404);
      await submit(form.publicKey, ADA).expect(404);
      await t.admin.post(`/lead-forms/${form.id}/restore`).expect(200);
      await page(form.publicKey).expect(200);
      expect(await log(form)).toEqual([]);
    });

    it('a new key ends the old URL at once', async () => {
      const form = await createForm();
      await page(form.publicKey).expect(200);
      const rotated = (await t.admin.post(`/lead-forms/${form.id}/rotate-key`).expect(200)).body as LeadFormView;
      expect(rotated.publicKey).not.toBe(form.publicKey);
      await page(form.publicKey).expect(404);
      await page(rotated.publicKey).expect(200);
    });

    it('users with only forms:read cannot change forms, and sales cannot see them', async () => {
      const form = await createForm();
      const viewer = await t.as('viewer');
      await viewer.get(`/lead-forms/${form.id}`).expect(200);
      await viewer.patch(`/lead-forms/${form.id}`).send({ title: 'x' }).expect(403);
      await (await t.as('sales')).get('/lead-forms').expect(403);
      await t.anonymous.get(`/lead-forms/${form.id}/submissions`).expect(401);
    });

    it('forms are listed and filtered', async () => {
      await createForm({ name: 'Off', enabled: false, source: 'fair' });
      const { data } = (await t.admin.get('/lead-forms?enabled=false&source=fair&count=exact').expect(200)).body as {
        data: LeadFormView[];
      };
      expect(data.map(({ name }) => name)).toEqual(['Off']);
    });
  });

  describe('for the public', () => {
    it('an accepted submission creates a lead with source, tags, owner, event and log entry', async () => {
      const { userId } = await t.as('sales');
      const form = await createForm({
        source: 'landing',
        tags: ['spring'],
        ownerId: userId,
        fields: [
          { name: 'firstName', label: 'First' },
          { name: 'lastName', label: 'Last' },
          { name: 'email', label: 'E-mail' },
          { name: 'website', label: 'Web' },
          { name: 'custom.size', label: 'Size', type: 'select', options: ['small', 'large'] },
        ],
      });
      await submit(`${form.publicKey}`, {
        firstName: 'Ada',
        lastName: 'Lovelace',
        email: ' ADA@Example.com ',
        website: 'ada.example',
        'custom.size': 'large',
        utm_source: 'newsletter',
        referrer: 'https://x.example/',
        other: 'kept',
      }).expect(202, { ok: true });
      const lead = await leadOf(form);
      expect(lead).toMatchObject({
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        website: 'https://ada.example',
        source: 'landing',
        tags: ['spring'],
        ownerId: userId,
        customFields: { size: 'large' },
        status: 'new',
      });
      expect(lead['metadata']).toEqual({ formId: form.id, utm_source: 'newsletter', referrer: 'https://x.example/' });
      const { rows } = await t.db.query('select type from events where resource_id = $1', [lead['id']]);
      expect(rows).toEqual([{ type: 'lead.created' }]);
      const [entry] = await log(form);
      expect(entry).toMatchObject({
        outcome: 'accepted',
        reason: null,
        leadId: lead['id'],
        payload: { other: 'kept', email: ' ADA@Example.com ' },
      });
    });

    it('held and accepted submissions get the same response', async () => {
      const form = await createForm();
      const small = await createForm({ hourlyLimit: 1 });
      await submit(small.publicKey, ADA);
      const flooder = address();
      for (let count = 0; count < 10; count += 1) await submit(form.publicKey, { name: 'x' }, flooder);
      const answers = [
        await submit(form.publicKey, ADA),
        await submit(form.publicKey, ADA),
        await submit(form.publicKey, { ...ADA, website_url_confirm: 'x' }),
        await submit(small.publicKey, { ...ADA, name: 'B' }),
        await submit(form.publicKey, ADA, flooder),
        await submit(form.publicKey, { ...ADA, form_token: 'forged' }),
      ];
      const reported = answers.map(({ status, text, headers }) => {
        const { date: _, 'x-request-id': __, ratelimit: ___, ...others } = headers as Record<string, string>;
        return JSON.stringify([status, text, others]);
      });
      expect(answers[0]?.text).toBe('{"ok":true}');
      expect(answers[0]?.status).toBe(202);
      expect(new Set(reported).size).toBe(1);
      expect((await outcomes(form)).filter((outcome) => outcome !== 'invalid')).toEqual([
        'accepted',
        'duplicate',
        'held',
        'held',
        'held',
      ]);
      expect(await outcomes(small)).toEqual(['accepted', 'held']);
    });

    it.each([
      ['nothing', {}, ['#/name', '#/email', '#/message']],
      ['a name of blanks', { ...ADA, name: ' \u00a0\u200b ' }, ['#/name']],
      ['an invalid e-mail address', { ...ADA, email: 'slow@nowhere' }, ['#/email']],
      ['a value that is not text', { ...ADA, email: { $ne: null } }, ['#/email', '#/email']],
    ])('%s is rejected with the fields to correct', async (_, body, pointers) => {
      const form = await createForm();
      const answer = await submit(form.publicKey, body).expect(422);
      expect((answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(pointers);
      expect(await outcomes(form)).toEqual(['invalid']);
    });

    it('closed and unknown forms return their own errors', async () => {
      const closed = await createForm({ enabled: false });
      expect((await submit(closed.publicKey, ADA).expect(409)).body.code).toBe('form-closed');
      expect((await submit('unknownunknownunknown123', ADA).expect(404)).body.code).toBe('form-not-found');
      expect(await outcomes(closed)).toEqual(['disabled']);
    });

    it('the page shows an invalid submission again with the reason and the input', async () => {
      const form = await createForm();
      const send = (body: object) =>
        t.anonymous
          .post(`/forms/${form.publicKey}/submissions`)
          .set('X-Forwarded-For', address())
          .set('Accept', 'text/html')
          .type('form')
          .send(body as Record<string, string>);
      const again = await send({
        ...ADA,
        email: 'slow@nowhere',
        message: '\n<b>Machine</b>',
        utm_source: 'fair',
      }).expect(422);
      expect(again.headers['content-type']).toContain('text/html');
      expect(again.headers['content-security-policy']).toContain("default-src 'none'");
      expect(again.text).toContain('value="slow@nowhere"');
      expect(again.text).toContain('&lt;b&gt;Machine&lt;/b&gt;</textarea>');
      expect(again.text).toContain('E-mail must be an e-mail address such as ada@example.com.');
      expect(again.text).toContain('name="utm_source" value="fair"');
      await send({ ...ADA, email: 'ada@example.com' }).expect(303);
      expect(await outcomes(form)).toEqual(['accepted', 'invalid']);
    });

    it('the pattern of the e-mail field rejects the same addresses as the server', async () => {
      const pattern =
        /name="email"[^>]* pattern="([^"]+)"/.exec(
          (await page((await createForm()).publicKey).expect(200)).text,
        )?.[1] ?? '';
      const accepts = new RegExp(`^(?:${pattern})$`, 'v');
      expect(
        ['ada@example.com', 'a.b+c@sub.example.co', 'ada@nowhere', 'ada', 'a b@example.com', 'ada@example.'].filter(
          (email) => accepts.test(email),
        ),
      ).toEqual(['ada@example.com', 'a.b+c@sub.example.co']);
    });

    it('a held submission has an event and becomes a lead once on release', async () => {
      const form = await createForm({ hourlyLimit: 1 });
      await submit(form.publicKey, ADA).expect(202);
      await submit(form.publicKey, { ...ADA, name: 'Grace Hopper', email: 'grace@example.com' }).expect(202);
      const [held] = await log(form, '?outcome=held');
      expect(held).toMatchObject({ reason: 'more than 1 an hour', leadId: null });
      const release = () => t.admin.post(`/lead-forms/${form.id}/submissions/${held?.id}/release`);
      const answers = await Promise.all([release(), release(), release(), release()]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
      const released = answers.find(({ status }) => status === 200)?.body as SubmissionView;
      expect(released).toMatchObject({ id: held?.id, outcome: 'accepted', reason: null });
      expect((await t.admin.get(`/leads/${released.leadId}`).expect(200)).body).toMatchObject({
        name: 'Grace Hopper',
        email: 'grace@example.com',
        source: 'website',
        metadata: { formId: form.id },
      });
      const { rows } = await t.db.query<{ type: string; payload: { object: object } }>(
        `select type, payload from events where resource_id = $1 and type like 'lead_form.submission%'
          order by sequence`,
        [form.id],
      );
      expect(rows.map(({ type, payload }) => [type, payload.object])).toEqual(
        ['held', 'released'].map((what) => [
          `lead_form.submission_${what}`,
          { id: form.id, name: 'Contact page', submissionId: held?.id, heldReason: 'more than 1 an hour' },
        ]),
      );
      await (await t.as('viewer')).post(`/lead-forms/${form.id}/submissions/${held?.id}/release`).expect(403);
      await t.admin.post(`/lead-forms/${form.id}/submissions/${form.id}/release`).expect(404);
    });

    it('a held submission can be rejected once, and then creates no lead', async () => {
      const form = await createForm({ hourlyLimit: 1 });
      await submit(form.publicKey, ADA).expect(202);
      await submit(form.publicKey, { ...ADA, name: 'Cheap Pills', email: 'pills@example.com' }).expect(202);
      const [held] = await log(form, '?outcome=held');
      const review = (what: string) => t.admin.post(`/lead-forms/${form.id}/submissions/${held?.id}/${what}`);
      await (await t.as('viewer')).post(`/lead-forms/${form.id}/submissions/${held?.id}/reject`).expect(403);
      const answers = await Promise.all([review('reject'), review('reject'), review('reject')]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
        id: held?.id,
        outcome: 'rejected',
        reason: 'more than 1 an hour',
        leadId: null,
      });
      expect((await review('release').expect(409)).body).toMatchObject({
        code: 'submission-not-held',
        current: 'rejected',
      });
      expect(await log(form, '?outcome=rejected')).toHaveLength(1);
      const { rows } = await t.db.query<{ type: string }>(
        `select type from events where resource_id = $1 and type like 'lead_form.submission%' order by sequence`,
        [form.id],
      );
      expect(rows.map(({ type }) => type)).toEqual(['lead_form.submission_held', 'lead_form.submission_rejected']);
      await t.admin.post(`/lead-forms/${form.id}/submissions/${form.id}/reject`).expect(404);
    });

    it('an invalid custom field stays in the payload, and the lead is created', async () => {
      const field = (
        await t.admin
          .post('/custom-fields')
          .send({
            resource: 'leads',
            key: 'size',
            label: 'Size',
            type: 'choice',
            options: [
              { value: 'small', label: 'Small' },
              { value: 'large', label: 'Large' },
            ],
          })
          .expect(201)
      ).body as { id: string };
      const form = await createForm({
        fields: [
          { name: 'name', label: 'Name', required: true },
          { name: 'email', label: 'E-mail', required: true },
          { name: 'custom.size', label: 'Size', type: 'select', options: ['small', 'large'], required: true },
        ],
      });
      await t.admin
        .patch(`/custom-fields/${field.id}`)
        .send({
          options: [
            { value: 'small', label: 'Small' },
            { value: 'large', label: 'Large', archived: true },
          ],
        })
        .expect(200);
      await submit(form.publicKey, { name: 'Ada', email: 'ada@example.com', 'custom.size': 'large' }).expect(202);
      expect(await leadOf(form)).toMatchObject({ name: 'Ada', customFields: {} });
      expect((await log(form))[0]).toMatchObject({ outcome: 'accepted', payload: { 'custom.size': 'large' } });

      const bot = { name: 'Held Ada', email: 'held@example.com', 'custom.size': 'large', website_url_confirm: 'x' };
      await submit(form.publicKey, bot).expect(202);
      const [held] = await log(form, '?outcome=held');
      const release = () =>
        t.admin
          .post(`/lead-forms/${form.id}/submissions/${held?.id}/release`)
          .set('Idempotency-Key', 'release-of-held-ada')
          .expect(200);
      const first = (await release()).body as SubmissionView;
      expect(first).toMatchObject({ outcome: 'accepted', leadId: expect.any(String) });
      expect((await release()).body).toEqual(first);
      await t.admin.delete(`/custom-fields/${field.id}`).expect(204);
    });

    it('twenty equal concurrent submissions create one lead', async () => {
      const form = await createForm();
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          submit(form.publicKey, index % 2 ? ADA : { ...ADA, name: ' ada  LOVELACE' }),
        ),
      );
      const all = await outcomes(form);
      expect(all.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
      expect(all.filter((outcome) => outcome === 'duplicate')).toHaveLength(19);
      const { rows } = await t.db.query<{ count: number }>(
        `select count(*)::int as count from leads where metadata->>'formId' = $1`,
        [form.id],
      );
      expect(rows[0]?.count).toBe(1);
    });

    it('an equal submission counts again after the window, or always without a window', async () => {
      const form = await createForm({ dedupeMinutes: 1 });
      await submit(form.publicKey, ADA);
      await submit(form.publicKey, ADA);
      await t.db.query(
        `update lead_form_fingerprints set expires_at = now() - interval '1 second' where form_id = $1`,
        [form.id],
      );
      await submit(form.publicKey, ADA);
      expect(await outcomes(form)).toEqual(['accepted', 'accepted', 'duplicate']);
      const open = await createForm({ dedupeMinutes: 0 });
      await submit(open.publicKey, ADA);
      await submit(open.publicKey, ADA);
      expect(await outcomes(open)).toEqual(['accepted', 'accepted']);
    });

    it('hostile text is stored as text and shown escaped', async () => {
      const form = await createForm({
        dedupeMinutes: 0,
        title: '<script>alert(1)</script>',
        fields: [
          { name: 'email', label: '"><svg onload=alert(1)>' },
          { name: 'message', label: '</label>', placeholder: '"onfocus=alert(1)' },
        ],
      });
      for (const text of HOSTILE) {
        const { status } = await submit(form.publicKey, { email: 'eve@example.com', message: text, [text]: text });
        expect([202, 400]).toContain(status);
      }
      const { rows } = await t.db.query<{ message: string }>(
        `select message from leads where metadata->>'formId' = $1`,
        [form.id],
      );
      expect(rows).toHaveLength(HOSTILE.length - 1);
      expect(rows.map(({ message }) => message)).toContain('<script>alert(1)</script>');
      const { text } = await page(form.publicKey).expect(200);
      expect(text).not.toMatch(/<script|<svg|"onfocus/);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    });

    it('a malformed, foreign, compressed or oversized body is rejected', async () => {
      const form = await createForm();
      const post = () => t.anonymous.post(`/forms/${form.publicKey}/submissions`);
      await post().set('Content-Type', 'application/json').send('{"a":').expect(400);
      await post().set('Content-Type', 'multipart/form-data; boundary=x').send('--x--').expect(415);
      await post().set('Content-Type', 'text/plain').send('a=b').expect(415);
      await post()
        .set('Content-Type', 'application/json')
        .send(JSON.stringify({ message: 'x'.repeat(70_000) }))
        .expect(413);
      await post().set('Content-Type', 'application/json').send('[1]').expect(422);
      expect(await log(form)).toEqual([]);
    });

    it('too long answers are cut, invalid ones are omitted, and all are stored', async () => {
      const form = await createForm({
        fields: [
          { name: 'email', label: 'E-mail' },
          { name: 'phone', label: 'Phone' },
          { name: 'company', label: 'Company' },
          { name: 'projectType', label: 'What', type: 'select', options: ['web'] },
        ],
      });
      await submit(form.publicKey, {
        email: 'not an address',
        phone: '+49 30 1234567',
        company: 'x'.repeat(400),
        projectType: 'other',
      }).expect(202);
      expect(await leadOf(form)).toMatchObject({
        name: 'x'.repeat(255),
        email: null,
        phone: '+49 30 1234567',
        projectType: null,
      });
      expect((await log(form))[0]?.payload).toMatchObject({ email: 'not an address', projectType: 'other' });
    });

    it('many submissions from many addresses create leads up to the hourly limit and a bounded log', async () => {
      // The limit counts per clock hour, so the test must not run across a full hour.
      const left = 3_600_000 - (Date.now() % 3_600_000);
      if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left));
      const form = await createForm({ hourlyLimit: 5, dedupeMinutes: 0 });
      for (let batch = 0; batch < 12; batch += 1)
        await Promise.all(
          Array.from({ length: 100 }, (_, index) => submit(form.publicKey, { ...ADA, name: `Bot ${batch} ${index}` })),
        );
      const { byOutcome } = (await t.admin.get(`/lead-forms/${form.id}/stats`).expect(200)).body as {
        byOutcome: { outcome: string; count: number }[];
      };
      expect(byOutcome.find(({ outcome }) => outcome === 'accepted')?.count).toBe(5);
      expect(byOutcome.find(({ outcome }) => outcome === 'held')?.count).toBe(1_000);
    });

    it('an inactive owner does not lose the lead', async () => {
      const { userId } = await t.as('sales');
      const form = await createForm({ ownerId: userId });
      await t.db.query('update users set is_active = false where id = $1', [userId]);
      await submit(form.publicKey, ADA);
      expect(await leadOf(form)).toMatchObject({ ownerId: null });
    });

    it('scripts of listed origins can read the response, without credentials', async () => {
      const form = await createForm({ allowedOrigins: ['https://www.example.com'] });
      const preflight = (origin: string) =>
        t.anonymous
          .options(`/forms/${form.publicKey}/submissions`)
          .set({
            Origin: origin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type',
          })
          .expect(204);
      expect((await preflight('https://www.example.com')).headers).toMatchObject({
        'access-control-allow-origin': 'https://www.example.com',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Content-Type',
      });
      expect((await preflight('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
      const answer = await submit(form.publicKey, ADA).set('Origin', 'https://www.example.com');
      expect(answer.headers['access-control-allow-origin']).toBe('https://www.example.com');
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers['vary']).toContain('Origin');
      expect(
        (
          await t.anonymous
            .options('/leads')
            .set({ Origin: 'https://www.example.com', 'Access-Control-Request-Method': 'POST' })
        ).headers['access-control-allow-origin'],
      ).toBeUndefined();
    });
  });

  describe('hosted pages', () => {
    const hiddenValue = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

    it('are complete, escaped, without scripts, and embedded only by listed origins', async () => {
      const form = await createForm({
        allowedOrigins: ['https://www.example.com'],
        redirectUrl: 'https://www.example.com/thanks?a=1',
      });
      const { headers, text } = await page(form.publicKey, '?utm_source=news%22%3E&_ga=1&x[y][z]=2').expect(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https:\/\/www\.example\.com; frame-ancestors 'self' https:\/\/www\.example\.com; base-uri 'none'$/,
      );
      expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(text).not.toMatch(/<script|src=|href=|style="/);
      expect(text).toContain(
        '<label for="f1">E-mail <span class="mark" aria-hidden="true">*</span></label><input type="email" ' +
          'id="f1" name="email" required aria-required="true" autocomplete="email" maxlength="255" pattern=',
      );
      expect(hiddenValue(text, 'utm_source')).toBe('news&quot;&gt;');
    });

    it('work without JavaScript and redirect to the confirmation page', async () => {
      const form = await createForm({ minimumFillSeconds: 0, tokenRequired: true });
      const token = hiddenValue((await page(form.publicKey)).text, 'form_token');
      const post = (fields: object) =>
        t.anonymous
          .post(`/forms/${form.publicKey}/submissions`)
          .set('Accept', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8')
          .set('X-Forwarded-For', address())
          .type('form')
          .send(fields)
          .redirects(0)
          .expect(303);
      const sent = await post({ ...ADA, form_token: token });
      expect(sent.headers['location']).toBe(`/forms/${form.publicKey}/thanks`);
      expect((await post({ ...ADA, website_url_confirm: 'bot' })).headers['location']).toBe(sent.headers['location']);
      expect(await outcomes(form)).toEqual(['accepted', 'held']);
      expect((await log(form, '?outcome=accepted'))[0]?.payload).not.toHaveProperty('form_token');
      expect((await page(`${form.publicKey}/thanks`).expect(200)).text).toContain('Thank you');
      const unknown = await t.anonymous
        .post('/forms/unknown/submissions')
        .set('Accept', 'text/html')
        .type('form')
        .send(ADA)
        .redirects(0)
        .expect(404);
      expect(unknown.text).toContain('There is no form here');
    });

    it('hold submissions that are too fast or without a token of the form', async () => {
      const form = await createForm({ minimumFillSeconds: 30 });
      const other = await createForm({ minimumFillSeconds: 0 });
      const own = hiddenValue((await page(form.publicKey)).text, 'form_token');
      const foreign = hiddenValue((await page(other.publicKey)).text, 'form_token');
      await submit(form.publicKey, { ...ADA, form_token: own });
      await submit(form.publicKey, { ...ADA, form_token: foreign });
      await submit(form.publicKey, { ...ADA, form_token: `${own?.slice(0, -2)}AA` });
      expect((await log(form)).map(({ reason }) => reason).sort()).toEqual([
        'filled in within 30 s',
        'the token is not one of this form',
        'the token is not one of this form',
      ]);
    });

    it('show a message for an unknown or disabled form', async () => {
      const disabled = await createForm({ enabled: false });
      for (const path of [
        disabled.publicKey,
        `${disabled.publicKey}/thanks`,
        'unknown',
        '..%2f..%2fetc',
        'a'.repeat(200),
      ]) {
        const { headers, text } = await page(path).expect(404);
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(text).toContain('There is no form here');
      }
    });
  });
});
