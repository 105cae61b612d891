import { useQuery } from '@tanstack/react-query';
import type { MetaFieldView } from '@kontor/sdk';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';

export type Field = MetaFieldView;

const FRESH_MS = 60_000;

/** Returns the fields of a record type, with custom fields, as the server describes them. */
export function useRecordType(resource: string) {
  const { data } = useQuery({
    queryKey: ['meta', resource],
    queryFn: () => kontor.meta.getObject(resource as never),
    staleTime: FRESH_MS,
  });
  return useMemo(() => {
    const fields = data?.fields ?? [];
    return {
      isLoaded: data !== undefined,
      fields,
      field: (name: string): Field | undefined => fields.find((one) => one.name === name || one.filterName === name),
    };
  }, [data]);
}

const sentence = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Returns labels of fields and values in the language of the person. Custom fields have the label of the metadata. */
export function useLabels(resource: string) {
  const translate = useTranslate();
  const { field } = useRecordType(resource);
  return useMemo(
    () => ({
      fieldLabel(name: string): string {
        const fallback = field(name)?.label ?? sentence(name.replace(/^custom(Fields)?\./, ''));
        if (name.startsWith('custom')) return fallback;
        return translate(`fields.${resource}.${name}`, { _: translate(`fields.common.${name}`, { _: fallback }) });
      },
      valueLabel: (name: string, value: string): string =>
        name.startsWith('custom')
          ? value
          : translate(`values.${name}.${value}`, { _: translate(`values.common.${value}`, { _: sentence(value) }) }),
    }),
    [field, resource, translate],
  );
}
