import { isKontorError } from './errors';
import { Kontor } from './kontor';
import type { LoginRequest, TokenView } from './models';
import type { KontorOptions, TokenSource } from './options';

export interface KontorTokensOptions extends Pick<KontorOptions, 'baseUrl' | 'fetch'> {
  /** Who signs in, or where to get that from: asked for only when there is nothing to refresh. */
  credentials?: LoginRequest | (() => LoginRequest | Promise<LoginRequest>) | undefined;
  /** A refresh token of an earlier run: while it is good, nobody has to sign in. */
  refreshToken?: string | undefined;
  /** Each new pair, before it is used: keep its `refreshToken`, because the one before is spent. Undefined when all is given up. */
  onTokens?: ((tokens: TokenView | undefined) => void | Promise<void>) | undefined;
}

/** Renewed a little before its end: a request may be under way for a while. */
const EARLY_MS = 30_000;
// A refresh token is good for ten seconds after its use: within them there is time for two tries, and for no third.
const REFRESH = { timeoutMs: 4_000, maxRetries: 0 };

/** Signs in when it is needed, keeps the tokens and refreshes them, once for all calls that wait. One session is for one of these. */
export class KontorTokens implements TokenSource {
  readonly #options: KontorTokensOptions;
  readonly #kontor: Kontor;
  #refreshToken: string | undefined;
  #access: { readonly token: string; readonly until: number } | undefined;
  #renewing: Promise<string> | undefined;

  constructor(options: KontorTokensOptions) {
    const { baseUrl, fetch, refreshToken } = options;
    this.#options = options;
    this.#refreshToken = refreshToken;
    this.#kontor = new Kontor({ baseUrl, ...(fetch && { fetch }) });
  }

  get(): Promise<string> {
    if (this.#access && this.#access.until > Date.now()) return Promise.resolve(this.#access.token);
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  instead(refused: string): Promise<string> {
    if (this.#access?.token === refused) this.#access = undefined;
    return this.get();
  }

  /** Ends the session. */
  async revoke(): Promise<void> {
    await this.#renewing?.catch(() => undefined);
    const refreshToken = this.#refreshToken;
    this.#refreshToken = this.#access = undefined;
    if (refreshToken !== undefined) await this.#kontor.auth.revokeToken({ refreshToken });
    await this.#options.onTokens?.(undefined);
  }

  async #renew(): Promise<string> {
    const tokens = (await this.#refreshed()) ?? (await this.#signedIn());
    this.#refreshToken = tokens.refreshToken;
    await this.#options.onTokens?.(tokens);
    this.#access = { token: tokens.accessToken, until: Date.now() + tokens.expiresIn * 1_000 - EARLY_MS };
    return tokens.accessToken;
  }

  /** Undefined where it takes a new sign-in, and one is possible. */
  async #refreshed(): Promise<TokenView | undefined> {
    const refreshToken = this.#refreshToken;
    if (refreshToken === undefined) return undefined;
    const refresh = (): Promise<TokenView> => this.#kontor.auth.refreshToken({ refreshToken }, REFRESH);
    try {
      return await refresh().catch((error: unknown) => {
        if (isKontorError(error) && error.status === 0) return refresh();
        throw error;
      });
    } catch (error) {
      if (!isKontorError(error) || error.status !== 401 || !this.#options.credentials) throw error;
      return undefined;
    }
  }

  async #signedIn(): Promise<TokenView> {
    const { credentials } = this.#options;
    if (!credentials) throw new TypeError('KontorTokens needs credentials or a refreshToken.');
    return this.#kontor.auth.issueToken(typeof credentials === 'function' ? await credentials() : credentials);
  }
}
