import FilterIcon from '@mui/icons-material/FilterListOutlined';
import { Box, Button, FormHelperText } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FilterNode } from '../data/filters';
import { screensOf } from '../records';
import { countConditions } from '../records/filter/filter-nodes';
import type { Values } from '../ui/form';
import { resourceOf, useEventTypes } from './use-event-types';

const FilterDialog = lazy(() => import('../records/filter/filter-dialog'));

interface Properties {
  readonly form: Values;
  /** Field with the filter as JSON text: a filter is replaced as a whole, not key by key. */
  readonly name: string;
  readonly isDisabled: boolean;
}

/** Returns the filter of JSON text. */
export const filterOf = (text: unknown): FilterNode | null =>
  typeof text === 'string' ? (JSON.parse(text) as FilterNode) : null;

/** A condition on the record of the events. It needs events of one record type. */
export function EventFilter({ form, name, isDisabled }: Properties) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const types = useEventTypes() ?? [];
  const where = filterOf(form.value(name));
  const resource = resourceOf((form.value('events') ?? []) as readonly string[], types);
  const screens = resource === undefined ? undefined : screensOf(resource);
  const error = form.errors[name];
  const count = where ? countConditions(where) : 0;
  return (
    <Box>
      <Button
        variant="outlined"
        startIcon={<FilterIcon />}
        disabled={isDisabled || !screens}
        onClick={() => setOpen(true)}
      >
        {count > 0 ? translate('events.filter_count', { smart_count: count }) : translate('events.filter')}
      </Button>
      {where && !isDisabled && (
        <Button onClick={() => form.set(name, null)} sx={{ ml: 1 }}>
          {translate('events.filter_remove')}
        </Button>
      )}
      <FormHelperText error={error !== undefined}>
        {error ?? translate(screens ? 'events.filter_help' : 'events.filter_one_type')}
      </FormHelperText>
      {isOpen && screens && (
        <Suspense>
          <FilterDialog
            screens={screens}
            where={where ?? undefined}
            button={translate('events.filter_apply')}
            onApply={(node) => {
              form.set(name, node ? JSON.stringify(node) : null);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Box>
  );
}
