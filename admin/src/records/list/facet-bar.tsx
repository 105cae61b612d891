import { Box, Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetMany, useListContext, useTranslate } from 'react-admin';
import { callsOf, type Facets } from '../../data/calls';
import { searchBodyOf, type ListFilter } from '../../data/filters';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { REFERENCES } from '../../metadata/references';
import { ErrorNote } from '../../ui/feedback';
import type { RecordScreens } from '../record-screens';
import { totalText } from './totals';

const FIRST = 6;
type Facet = Facets['facets'][number];

/** Values of important fields with live counts. The counts follow all other conditions. */
export function FacetBar({ screens: { resource, facets } }: { readonly screens: RecordScreens }) {
  const { filterValues } = useListContext();
  const filter = filterValues as ListFilter;
  const { data, error } = useQuery({
    queryKey: [resource, 'facets', searchBodyOf(filter), facets],
    enabled: facets.length > 0 && !filter.deleted,
    queryFn: ({ signal }) => callsOf(resource).countFacets?.({ ...searchBodyOf(filter), facets }, { signal }) ?? null,
    placeholderData: (former) => former,
  });
  if (error) return <ErrorNote error={error} />;
  return (
    <Stack spacing={2}>
      {data?.facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup key={facet.field} resource={resource} facet={facet} />
        ))}
    </Stack>
  );
}

function FacetGroup({ resource, facet }: { readonly resource: string; readonly facet: Facet }) {
  const translate = useTranslate();
  const { fieldLabel } = useLabels(resource);
  const { filterValues, setFilters } = useListContext();
  const [isOpen, setOpen] = useState(false);
  const labelOf = useValueLabel(resource, facet);
  const filter = filterValues as ListFilter;
  const chosen = filter.facets?.[facet.field] ?? [];
  const toggle = (value: string | null) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    const { [facet.field]: _, ...others } = filter.facets ?? {};
    setFilters({ ...filter, facets: { ...others, ...(next.length > 0 && { [facet.field]: next }) } }, {});
  };
  const shown = isOpen ? facet.values : facet.values.filter(({ value }, at) => at < FIRST || chosen.includes(value));
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" color="textSecondary" sx={{ p: 0, mb: 0.5 }}>
        {fieldLabel(facet.field)}
      </Typography>
      {shown.map(({ value, count }) => (
        <Stack key={value ?? ''} direction="row" sx={{ alignItems: 'center', minHeight: 28 }}>
          <FormControlLabel
            sx={{
              flex: 1,
              minWidth: 0,
              mr: 0,
              ml: '-9px',
              '& .MuiFormControlLabel-label': {
                fontSize: '0.8125rem',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              },
            }}
            control={<Checkbox sx={{ p: 0.5 }} checked={chosen.includes(value)} onChange={() => toggle(value)} />}
            label={<bdi title={labelOf(value)}>{labelOf(value)}</bdi>}
          />
          <Typography variant="caption" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {totalText({ count, kind: facet.kind }, translate)}
          </Typography>
        </Stack>
      ))}
      {facet.values.length > FIRST && (
        <Button
          size="small"
          sx={{ px: 0.5, ml: '-4px', minHeight: 26, color: 'text.secondary' }}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? translate('list.fewer') : translate('list.more', { smart_count: facet.values.length - FIRST })}
        </Button>
      )}
    </Box>
  );
}

/** Returns a function that names a value: a choice, a linked record, a text, or no value. */
function useValueLabel(resource: string, { field, values }: Facet): (value: string | null) => string {
  const translate = useTranslate();
  const { valueLabel } = useLabels(resource);
  const { field: metadata } = useRecordType(resource);
  const isChoice = metadata(field)?.type === 'choice';
  const reference = REFERENCES[field];
  const ids = reference ? values.flatMap(({ value }) => (value === null ? [] : [value])) : [];
  const { data } = useGetMany(reference?.resource ?? resource, { ids }, { enabled: ids.length > 0, retry: false });
  const names = new Map(
    (data as Record<string, unknown>[] | undefined)?.filter(Boolean).map((one) => [one['id'], one]),
  );
  return (value) => {
    if (value === null) return translate('list.no_value');
    if (!reference) return isChoice ? valueLabel(field, value) : value;
    const found = names.get(value);
    return String(found?.[reference.title] ?? found?.['email'] ?? '…');
  };
}
