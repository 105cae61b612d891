import { errorOf, KontorError } from './errors.js';

/** The data of a response with its metadata. */
export interface Answer<T> {
  readonly data: T;
  /** The response; its body was read, except in streamed calls. */
  readonly response: Response;
  readonly etag: string | undefined;
  readonly requestId: string | undefined;
}

/** Reads the response. Throws for a status other than 2xx. */
export async function answerOf<T>(response: Response, isStreamed: boolean): Promise<Answer<T>> {
  const data = isStreamed && response.ok ? response : await bodyOf(response);
  if (!response.ok) throw errorOf(response, data);
  return {
    data: data as T,
    response,
    etag: response.headers.get('etag') ?? undefined,
    requestId: response.headers.get('x-request-id') ?? undefined,
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (text === '') return undefined;
  if (!/[/+]json\s*(;|$)/i.test(type)) {
    if (!response.ok) return text;
    throw unreadable(response, `The response is ${type || 'text without a type'}, not JSON: check baseUrl.`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw unreadable(response, 'The body of the response is not JSON, despite its content type.', cause);
  }
}

const unreadable = ({ status, headers }: Response, detail: string, cause?: unknown): KontorError =>
  new KontorError({ status, headers, code: 'unreadable-answer', detail, cause });
