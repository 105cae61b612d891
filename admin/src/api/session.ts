/** Questions that a request may have to ask before it can be repeated. */
export type SessionPrompt = 'sign-in' | 'step-up';

const TIMEOUT_MS = 30_000;
/** Codes of a 401 that say that the session is missing or has ended. */
const LOST = new Set(['not-signed-in', 'invalid-credentials']);

let isSignedIn = false;
let open: { prompt: SessionPrompt; answer: Promise<boolean>; close: (isDone: boolean) => void } | undefined;
const listeners = new Set<() => void>();

/** Sets whether a 401 means a lost session. Before the first sign-in it does not. */
export const setSignedIn = (value: boolean): void => void (isSignedIn = value);

/** The open question, for `useSyncExternalStore`. */
export const sessionPrompt = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): SessionPrompt | undefined => open?.prompt,
  close(isDone: boolean): void {
    const closed = open;
    open = undefined;
    closed?.close(isDone);
    listeners.forEach((listener) => listener());
  },
};

/** Opens a dialog. Concurrent requests wait for the same dialog. */
function ask(prompt: SessionPrompt): Promise<boolean> {
  if (open) return open.answer;
  let close: (isDone: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => (close = resolve));
  open = { prompt, answer, close };
  listeners.forEach((listener) => listener());
  return answer;
}

async function promptFor(url: string, response: Response): Promise<SessionPrompt | undefined> {
  if (!isSignedIn || /\/auth\/(login|logout)$/.test(url)) return undefined;
  if (response.status !== 401 && response.status !== 403) return undefined;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  if (response.status === 401) return LOST.has(code ?? '') ? 'sign-in' : undefined;
  return code === 'reauthentication-required' ? 'step-up' : undefined;
}

/** Sends a request. A lost session or a missing confirmation opens a dialog, and then the request is repeated. */
export async function fetchWithPrompts(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const prompt = await promptFor(String(input), response);
  if (prompt === undefined || !(await ask(prompt))) return response;
  return fetchWithPrompts(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}
