import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { PasswordPolicy } from './password-policy.js';

const OWNER = { email: 'ada.lovelace@analytical.example', name: 'Ada Lovelace', hasTotp: false };
const fox = (count: number): string =>
  ['🦊', '🐻', '🦉', '🐝', '🦔', '🐌', '🦜', '🐙']
    .join('')
    .repeat(Math.ceil(count / 8))
    .slice(0, count * 2);

/** Passwords and their outcome: `ok`, or the code of the error. */
const ALONE: readonly [password: string, outcome: string][] = [
  ['nine quiet rivers turn north', 'ok'],
  ['three blue teapots sing', 'ok'],
  [' leading and trailing ', 'ok'],
  ['   three blanks first', 'ok'],
  ['tab\tin the middle of it', 'ok'],
  ['Füchse schlafen spät im Heu', 'ok'],
  ['狐は静かに夜の森を歩いていく', 'too-short'],
  ['狐は静かに夜の森を歩いていくのだ', 'ok'],
  [fox(15), 'ok'],
  [fox(14), 'too-short'],
  ['👩‍👩‍👧 die Füchse 🦊', 'ok'],
  ['Ж'.repeat(15), 'too-simple'],
  ['xK9#mQ2$vL5@pR8', 'ok'],
  ['aB3dE6gH9jK2mN5', 'ok'],
  ['14 characters!', 'too-short'],
  ['15 characters!!', 'ok'],
  ['', 'too-short'],
  ['short', 'too-short'],
  ['q7!vRz0p', 'too-short'],
  [`${'teapots and rivers '.repeat(6)}fourteen chars`, 'ok'],
  [fox(128), 'ok'],
  [fox(129), 'too-long'],
  [`${'nine quiet rivers turn north '.repeat(5)}`, 'too-long'],
  ['correct horse battery staple', 'too-common'],
  ['Correct-Horse-Battery-Staple!', 'too-common'],
  ['correcthorsebatterystaple99', 'too-common'],
  ['Password-Password-1', 'too-common'],
  ['password…………………1', 'too-common'],
  ['Password!!!!!!!!1', 'too-common'],
  ['P.a.s.s.w.o.r.d.1', 'too-common'],
  ['password20261121', 'too-common'],
  ['sunshine12345678', 'too-common'],
  ['superman!!!!!!!!!', 'too-common'],
  ['iloveyou-forever', 'too-common'],
  ['qwertyuiopasdfgh', 'too-common'],
  ['1qaz2wsx3edc4rfv', 'too-common'],
  ['thequickbrownfox', 'too-common'],
  ['To be, or not to be.', 'too-common'],
  ['baseballbaseball', 'too-common'],
  ['dragonballdragonball', 'too-common'],
  ['letmeinletmeinletmein', 'too-common'],
  ['starwars starwars', 'too-common'],
  ['aaaaaaaaaaaaaaaa', 'too-simple'],
  ['abababababababab', 'too-simple'],
  ['abcdefghijklmnopq', 'too-simple'],
  ['zyxwvutsrqponmlk', 'too-simple'],
  ['1234567890123456', 'too-common'],
  ['abcabcabcabcabcab', 'too-simple'],
  ['                ', 'too-simple'],
  ['----------------', 'too-simple'],
  ['Lovelace sings low', 'contains-own-name'],
  ['with ada.lovelace in it', 'contains-own-name'],
  ['my Analytical engine', 'contains-own-name'],
  ['ada.lovelace@analytical.example', 'contains-own-name'],
  ['i work at GLOBEX today', 'contains-own-name'],
  ['the corporation of x', 'contains-own-name'],
  ['an ad for a river boat', 'ok'],
];
const BESIDE_TOTP: readonly [password: string, outcome: string][] = [
  ['q7!vRz0p', 'ok'],
  ['q7!vRz0', 'too-short'],
  ['12345678', 'too-common'],
  ['password', 'too-common'],
  ['Password1', 'too-common'],
  ['Passw0rd', 'too-common'],
  ['trustno1', 'too-common'],
  ['iloveyou', 'too-common'],
  ['monkey99!', 'too-common'],
  ['t4pir-ok', 'ok'],
  ['aabbaabb', 'too-simple'],
  ['x!lovelace', 'contains-own-name'],
  ['globex!7', 'contains-own-name'],
];

describe('the password policy', () => {
  let app: TestApp;
  let policy: PasswordPolicy;
  beforeAll(async () => {
    app = await startApp({ ROLE: 'web' });
    await app.admin.put('/settings/company_name').send({ value: 'Globex Corporation' }).expect(200);
    policy = app.app.get(PasswordPolicy, { strict: false });
  });
  afterAll(() => app.close());

  const outcomeOf = (password: string, hasTotp: boolean): Promise<string> =>
    policy.check(password, { ...OWNER, hasTotp }, 'newPassword').then(
      () => 'ok',
      (error: { extras: { errors: { code: string }[] } }) => error.extras.errors[0]?.code ?? '?',
    );

  it('returns the expected outcome for more than sixty passwords, without composition rules', async () => {
    const wrong = [];
    for (const [cases, hasTotp] of [
      [ALONE, false],
      [BESIDE_TOTP, true],
    ] as const) {
      for (const [password, outcome] of cases) {
        const input = await outcomeOf(password, hasTotp);
        if (input !== outcome) wrong.push([password, `should be ${outcome}`, `is ${input}`]);
      }
    }
    expect(ALONE.length + BESIDE_TOTP.length).toBeGreaterThanOrEqual(60);
    expect(wrong).toEqual([]);
  });

  it('rejects every leaked password of the list, also long ones', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    const list = (dictionary['passwords-common'] as readonly string[]).filter((password) => [...password].length >= 8);
    expect(list.length).toBeGreaterThan(10_000);
    const passed = [];
    for (const password of list) if ((await outcomeOf(password, true)) === 'ok') passed.push(password);
    expect(passed).toEqual([]);
  }, 60_000);
});
