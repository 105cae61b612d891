import type { MergeMove } from '@kontor/sdk';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../ui/profile';

/** Returns a text about moved records: `3 contacts, 2 deals`. */
export function useMovesText(): (moves: readonly MergeMove[]) => string {
  const translate = useTranslate();
  const { number } = useFormats();
  return useCallback(
    (moves) => {
      const counts = new Map<string, number>();
      for (const { resource, count } of moves) counts.set(resource, (counts.get(resource) ?? 0) + count);
      const texts = [...counts]
        .filter(([, count]) => count > 0)
        .map(([resource, count]) => `${translate(`records.${resource}.many`, { _: resource })}: ${number(count)}`);
      return texts.length === 0 ? '' : translate('merges.moved', { records: texts.join(', ') });
    },
    [translate, number],
  );
}
