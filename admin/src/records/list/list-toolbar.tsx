import ColumnsIcon from '@mui/icons-material/ViewWeekOutlined';
import DeletedIcon from '@mui/icons-material/DeleteOutlined';
import FacetsIcon from '@mui/icons-material/ChecklistOutlined';
import FilterIcon from '@mui/icons-material/FilterListOutlined';
import SearchIcon from '@mui/icons-material/Search';
import { Badge, Button, InputAdornment, Stack, TextField } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { ListFilter } from '../../data/filters';
import { countConditions } from '../filter/filter-nodes';
import type { RecordScreens } from '../record-screens';
import { ViewMenu } from './view-menu';

const FilterDialog = lazy(() => import('../filter/filter-dialog'));
const ColumnDialog = lazy(() => import('./column-dialog'));
const TYPING_MS = 300;

interface Properties {
  readonly screens: RecordScreens;
  readonly onFacets?: () => void;
}

/** Views, search, filter and columns of a list. */
export function ListToolbar({ screens, onFacets }: Properties) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const [dialog, setDialog] = useState<'filter' | 'columns'>();
  const filter = filterValues as ListFilter;
  const close = () => setDialog(undefined);
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      <ViewMenu screens={screens} />
      <SearchField />
      {onFacets && (
        <Button variant="outlined" startIcon={<FacetsIcon />} onClick={onFacets}>
          {translate('list.facets')}
        </Button>
      )}
      <Button
        variant="outlined"
        startIcon={
          <Badge color="primary" variant="dot" invisible={!filter.where}>
            <FilterIcon />
          </Badge>
        }
        onClick={() => setDialog('filter')}
      >
        {filter.where
          ? translate('list.filter_count', { smart_count: countConditions(filter.where) })
          : translate('list.filter')}
      </Button>
      <Button
        variant="outlined"
        startIcon={<ColumnsIcon />}
        onClick={() => setDialog('columns')}
        sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
      >
        {translate('list.columns')}
      </Button>
      <Button
        variant={filter.deleted ? 'contained' : 'outlined'}
        startIcon={<DeletedIcon />}
        aria-pressed={filter.deleted === true}
        onClick={() => setFilters({ ...filter, deleted: filter.deleted ? undefined : true }, {})}
      >
        {translate('list.deleted')}
      </Button>
      <Suspense>
        {dialog === 'filter' && (
          <FilterDialog
            screens={screens}
            where={filter.where}
            onClose={close}
            onApply={(where) => {
              setFilters({ ...filter, where }, {});
              close();
            }}
          />
        )}
        {dialog === 'columns' && <ColumnDialog screens={screens} onClose={close} />}
      </Suspense>
    </Stack>
  );
}

function SearchField() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as ListFilter;
  const [text, setText] = useState(filter.q ?? '');
  useEffect(() => setText(filter.q ?? ''), [filter.q]);
  useEffect(() => {
    if (text.trim() === (filter.q ?? '')) return undefined;
    const timer = setTimeout(() => setFilters({ ...filter, q: text.trim() || undefined }, {}), TYPING_MS);
    return () => clearTimeout(timer);
    // Only typing starts the timer.
  }, [text]);
  return (
    <TextField
      type="search"
      value={text}
      placeholder={translate('list.search')}
      onChange={({ target }) => setText(target.value)}
      sx={{ width: { xs: '100%', sm: 260 } }}
      slotProps={{
        htmlInput: { 'aria-label': translate('list.search'), maxLength: 100, dir: 'auto' },
        input: {
          sx: { height: 32 },
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
