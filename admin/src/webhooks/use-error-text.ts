import { useTranslate } from 'react-admin';

interface Attempt {
  readonly statusCode: number | null;
  readonly errorCode: string | null;
}

/** Returns a function from an attempt to its result in words: the HTTP status, or why there is none. */
export function useErrorText(): (attempt: Attempt) => string {
  const translate = useTranslate();
  return ({ statusCode, errorCode }) => {
    const cause = errorCode === null ? '' : translate(`webhooks.error_${errorCode}`, { _: errorCode });
    return [statusCode === null ? '' : `HTTP ${statusCode}`, cause].filter((text) => text !== '').join(' · ');
  };
}
