import { useTranslate } from 'react-admin';

/** Returns a function from a kind of records or copies to its name: `lead-form-submissions`. */
export function useKindName(): (kind: string) => string {
  const translate = useTranslate();
  return (kind) => translate(`kinds.${kind}`, { _: translate(`resources.${kind}`, { _: kind.replaceAll('-', ' ') }) });
}
