import { Button, Link, Stack, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { callsOf } from '../../data/calls';
import type { RecordScreens } from '../record-screens';
import { BulkDialog } from './bulk-dialog';
import { totalText } from './totals';

const PurgeDialog = lazy(async () => ({ default: (await import('./purge-dialog')).PurgeDialog }));
/** Each record is named in the dialog, so that nobody removes the wrong one. */
const MOST_PURGED = 20;

export type BulkAction = 'remove' | 'restore' | 'assign';

interface Properties {
  readonly screens: RecordScreens;
  readonly isDeletedList: boolean;
}

/** Actions on the selected records, or on all records of the filter. */
export function BulkBar({ screens, isDeletedList }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { selectedIds, onUnselectItems, meta } = useListContext();
  const [areAll, setAll] = useState(false);
  const [action, setAction] = useState<BulkAction>();
  const [isPurging, setPurging] = useState(false);
  if (selectedIds.length === 0 || !callsOf(screens.resource).bulk) return null;
  const total = meta?.total;
  const offersAll = !areAll && total !== undefined && total.count > selectedIds.length;
  const count = areAll ? totalText(total, translate) : String(selectedIds.length);
  const actions: BulkAction[] = isDeletedList
    ? can(screens.resource, 'delete')
      ? ['restore']
      : []
    : [
        ...(can(screens.resource, 'update') ? (['assign'] as const) : []),
        ...(can(screens.resource, 'delete') ? (['remove'] as const) : []),
      ];
  const canPurge =
    isDeletedList &&
    !areAll &&
    selectedIds.length <= MOST_PURGED &&
    callsOf(screens.resource).purge !== undefined &&
    can(screens.resource, 'purge');
  const end = () => {
    setAction(undefined);
    setAll(false);
  };
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1.5}
      role="region"
      aria-label={translate('bulk.title')}
      sx={{
        alignItems: 'center',
        flexWrap: 'wrap',
        px: 1.5,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'action.selected',
      }}
    >
      <Typography variant="subtitle2">{translate('bulk.selected', { count })}</Typography>
      {offersAll && (
        <Link component="button" variant="body2" onClick={() => setAll(true)}>
          {translate('bulk.select_all', { count: totalText(total, translate) })}
        </Link>
      )}
      {actions.map((one) => (
        <Button
          key={one}
          variant="outlined"
          color={one === 'remove' ? 'error' : 'primary'}
          onClick={() => setAction(one)}
          sx={{ backgroundColor: 'background.paper' }}
        >
          {translate(`bulk.${one}`)}
        </Button>
      ))}
      {canPurge && (
        <Button
          variant="outlined"
          color="error"
          onClick={() => setPurging(true)}
          sx={{ backgroundColor: 'background.paper' }}
        >
          {translate('purge.action')}
        </Button>
      )}
      <Button
        onClick={() => {
          onUnselectItems();
          setAll(false);
        }}
        sx={{ ml: 'auto' }}
      >
        {translate('bulk.clear')}
      </Button>
      <Suspense>{isPurging && <PurgeDialog screens={screens} onClose={() => setPurging(false)} />}</Suspense>
      {action && <BulkDialog screens={screens} action={action} areAll={areAll} onClose={end} />}
    </Stack>
  );
}
