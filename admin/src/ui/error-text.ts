import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { errorText, fieldAt, kontorErrorOf } from '../api/errors';
import { useLabels } from '../metadata/record-type';

/** Returns a function that says what failed: no connection, each invalid field by its label, or the `detail`. */
export function useErrorText(resource: string): (error: unknown) => string {
  const translate = useTranslate();
  const { fieldLabel } = useLabels(resource);
  return useCallback(
    (error) => {
      const found = kontorErrorOf(error);
      if (found?.status === 0) return translate('deals.no_connection');
      const fields = found?.errors.flatMap(({ pointer, detail }) =>
        pointer ? [`${fieldLabel(fieldAt(pointer))}: ${detail}`] : [],
      );
      return fields && fields.length > 0 ? fields.join('\n') : errorText(error);
    },
    [translate, fieldLabel],
  );
}
