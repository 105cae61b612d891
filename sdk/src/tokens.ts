import { isKontorError } from './errors.js';
import { Kontor } from './kontor.js';
import type { LoginRequest, TokenView } from './generated/models.js';
import type { KontorOptions, TokenSource } from './options.js';

export interface KontorTokensOptions extends Pick<KontorOptions, 'baseUrl' | 'fetch'> {
  /** Credentials, or a function that returns them; called only without a usable refresh token. */
  credentials?: LoginRequest | (() => LoginRequest | Promise<LoginRequest>) | undefined;
  /** A stored refresh token of an earlier run, which avoids a sign-in. */
  refreshToken?: string | undefined;
  /**
   * Called with each new pair before its use. Store the `refreshToken`, because the previous one is used up. Undefined
   * after `revoke()`.
   */
  onTokens?: ((tokens: TokenView | undefined) => void | Promise<void>) | undefined;
}

/** Refresh a little before the end, because a request takes time. */
const EARLY_MS = 30_000;
// A used refresh token stays valid for ten seconds, which is enough for two attempts.
const REFRESH = { timeoutMs: 4_000, maxRetries: 0 };

/** Signs in if needed, stores the tokens and refreshes them once for all waiting calls. Use one session per object. */
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
    this.#kontor = new Kontor({ baseUrl, apiKey: null, ...(fetch && { fetch }) });
  }

  get(): Promise<string> {
    if (this.#access && this.#access.until > Date.now()) return Promise.resolve(this.#access.token);
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  instead(rejected: string): Promise<string> {
    if (this.#access?.token === rejected) this.#access = undefined;
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

  /** Undefined if a new sign-in is required and possible. */
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
    return this.#kontor.auth.createToken(typeof credentials === 'function' ? await credentials() : credentials);
  }
}
