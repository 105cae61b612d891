import supertest, { type Test } from 'supertest';
import { checkAnswer } from './contract.js';

type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete' | 'head' | 'options';

/**
 * A client of the API. Paths are under /api/v1 unless they begin with `//`. Every response is checked against the API
 * document.
 */
export type Caller = Record<Verb, (path: string) => Test> & { readonly headers: Readonly<Record<string, string>> };

const VERBS: readonly Verb[] = ['get', 'post', 'patch', 'put', 'delete', 'head', 'options'];

export function caller(url: string, headers: Readonly<Record<string, string>> = {}): Caller {
  const call = (verb: Verb) => (path: string) => {
    const full = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    return supertest(url)
      [verb](full)
      .set(headers)
      .expect((answer) => checkAnswer(verb, full, answer));
  };
  return {
    ...(Object.fromEntries(VERBS.map((verb) => [verb, call(verb)])) as Record<Verb, (path: string) => Test>),
    headers,
  };
}
