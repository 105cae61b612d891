import { errorOf, KontorError } from './errors';

/** The data of an answer and what came with it. */
export interface Answer<T> {
  readonly data: T;
  /** Its body has been read. */
  readonly response: Response;
  readonly etag: string | undefined;
  readonly requestId: string | undefined;
}

/** Reads the answer; anything but 2xx is thrown. */
export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const data = await bodyOf(response);
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
  if (!/[/+]json\s*(;|$)/i.test(type) && !/^($|text\/)/.test(type) && response.ok && response.status !== 204)
    return response.blob();
  const text = await response.text();
  if (!/[/+]json\s*(;|$)/i.test(type)) return text === '' ? undefined : text;
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw new KontorError({
      status: response.status,
      headers: response.headers,
      code: 'unreadable-answer',
      detail: 'The answer says that it is JSON and is not.',
      cause,
    });
  }
}
