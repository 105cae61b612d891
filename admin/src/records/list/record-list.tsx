import { Box, Drawer, Paper, Stack, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import type { ListFilter } from '../../data/filters';
import { useRecordType } from '../../metadata/record-type';
import { ErrorNote, Loading } from '../../ui/feedback';
import type { RecordScreens } from '../record-screens';
import { BulkBar } from './bulk-bar';
import { FacetBar } from './facet-bar';
import { ListEmpty } from './list-empty';
import { ListPager } from './list-pager';
import { ListRows } from './list-rows';
import { ListToolbar } from './list-toolbar';
import { RecordTable } from './record-table';
import { totalText } from './totals';

const PAGE_SIZE = 25;

interface Properties {
  readonly screens: RecordScreens;
}

/** The list of any record type: facets, views, filter, search, table, bulk actions. The address bar holds the state. */
export function Screen({ screens }: Properties) {
  return (
    <ListBase
      resource={screens.resource}
      sort={screens.sort}
      perPage={PAGE_SIZE}
      queryOptions={{ meta: { include: screens.include } }}
      disableAuthentication
    >
      <ListContent screens={screens} />
    </ListBase>
  );
}

function ListContent({ screens }: Properties) {
  const translate = useTranslate();
  const { isLoaded } = useRecordType(screens.resource);
  const list = useListContext();
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('lg'));
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [areFacetsOpen, setFacetsOpen] = useState(false);
  const filter = list.filterValues as ListFilter;
  const { onUnselectItems } = list;
  const shownFilter = JSON.stringify(filter);
  const selectedFilter = useRef(shownFilter);
  // Rows that the new filter hides must not stay selected.
  useEffect(() => {
    if (selectedFilter.current !== shownFilter) onUnselectItems();
    selectedFilter.current = shownFilter;
  }, [shownFilter, onUnselectItems]);
  const facets = <FacetBar screens={screens} />;
  if (!isLoaded) return <Loading />;
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline' }}>
        <Typography variant="h5" component="h1">
          {translate(`records.${screens.resource}.many`)}
        </Typography>
        <Typography color="textSecondary" role="status">
          {totalText(list.meta?.total, translate)}
        </Typography>
      </Stack>
      <ListToolbar screens={screens} {...(!isWide && { onFacets: () => setFacetsOpen(true) })} />
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
        {isWide ? (
          <Box component="aside" aria-label={translate('list.facets')} sx={{ width: 200, flexShrink: 0 }}>
            {facets}
          </Box>
        ) : (
          <Drawer
            anchor="right"
            open={areFacetsOpen}
            onClose={() => setFacetsOpen(false)}
            slotProps={{ paper: { sx: { width: 260, p: 2 } } }}
          >
            {facets}
          </Drawer>
        )}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {list.error ? <ErrorNote error={list.error} onRetry={() => void list.refetch()} /> : null}
          <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
            <BulkBar screens={screens} isDeletedList={filter.deleted === true} />
            {list.isPending && !list.error && <Loading />}
            {!list.isPending && list.data?.length === 0 && <ListEmpty screens={screens} />}
            {list.data &&
              list.data.length > 0 &&
              (isPhone ? <ListRows screens={screens} /> : <RecordTable screens={screens} />)}
            {list.data && list.data.length > 0 && <ListPager />}
          </Paper>
        </Box>
      </Stack>
    </Stack>
  );
}
