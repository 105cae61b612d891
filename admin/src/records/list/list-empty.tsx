import { Button, Stack } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../../api/access';
import { conditionOf, type ListFilter } from '../../data/filters';
import { EmptyState } from '../../ui/feedback';
import type { RecordScreens } from '../record-screens';

/** Says why the list is empty, and what to do about it. */
export function ListEmpty({ screens: { resource, icon: Icon } }: { readonly screens: RecordScreens }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as ListFilter;
  if (filter.deleted) return <EmptyState icon={<Icon />} title={translate('list.no_deleted')} />;
  if (conditionOf(filter) || filter.q)
    return (
      <EmptyState icon={<Icon />} title={translate('list.no_match')} text={translate('list.no_match_text')}>
        <Button variant="outlined" onClick={() => setFilters({}, {})}>
          {translate('list.clear_filters')}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState icon={<Icon />} title={translate('list.none')} text={translate(`records.${resource}.first`)}>
      {can(resource, 'create') && (
        <Stack direction="row" spacing={1}>
          <Button variant="contained" component={Link} to={`/${resource}/create`}>
            {translate(`records.${resource}.create`)}
          </Button>
        </Stack>
      )}
    </EmptyState>
  );
}
