import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Stack } from '@mui/material';
import type { LegalHoldView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import type { Column } from '../settings/data-table';
import { FilterBar } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useFormats } from '../ui/profile';
import { RecordName } from '../ui/record-name';
import { Muted, UserText } from '../ui/text';
import { PlaceHoldDialog, ReleaseHoldDialog } from './hold-dialogs';
import { useKindName } from './use-kind-name';

const STATES: Readonly<Record<string, object>> = { active: { released: false }, released: { released: true } };

function useColumns(onRelease: (hold: LegalHoldView) => void): readonly Column<LegalHoldView>[] {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime } = useFormats();
  const kindName = useKindName();
  const label = (name: string) => translate(`holds.${name}`);
  return [
    {
      name: 'target',
      label: label('target'),
      show: ({ email, resourceType, recordId }) =>
        email ? (
          <>
            <UserText>{email}</UserText>
            <Muted>{label('person')}</Muted>
          </>
        ) : (
          <>
            {resourceType && recordId && <RecordName resource={resourceType} id={recordId} />}
            <Muted>{kindName(resourceType ?? '')}</Muted>
          </>
        ),
    },
    { name: 'reason', label: label('reason'), from: 'sm', show: ({ reason }) => <UserText>{reason}</UserText> },
    {
      name: 'placed',
      label: label('placed'),
      from: 'md',
      show: ({ placedAt, placedById }) => (
        <>
          {dateTime(placedAt)}
          {placedById && (
            <Box sx={{ color: 'text.secondary' }}>
              <RecordName resource="users" id={placedById} />
            </Box>
          )}
        </>
      ),
    },
    {
      name: 'state',
      label: label('state'),
      show: ({ releasedAt }) => (
        <StatusChip label={label(releasedAt ? 'released' : 'active')} value={releasedAt ? 'inactive' : 'active'} />
      ),
    },
    {
      name: 'release',
      label: '',
      align: 'right',
      show: (hold) =>
        hold.releasedAt === null &&
        can('retention', 'manage') && <Button onClick={() => onRelease(hold)}>{label('release')}</Button>,
    },
  ];
}

/** Records and persons whose data nothing may delete. */
export function LegalHolds() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [address] = useSearchParams();
  const [isPlacing, setPlacing] = useState(false);
  const [released, setReleased] = useState<LegalHoldView>();
  const place = can('retention', 'manage') && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setPlacing(true)}>
      {translate('holds.place')}
    </Button>
  );
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', justifyContent: 'space-between' }}>
        <FilterBar
          filters={[
            {
              name: 'state',
              label: translate('holds.state'),
              kind: 'choice',
              options: Object.keys(STATES).map((value) => ({ value, label: translate(`holds.${value}`) })),
            },
            { name: 'email', label: translate('holds.email'), kind: 'text' },
          ]}
        />
        {place}
      </Stack>
      <PagedTable<LegalHoldView>
        label={translate('retention.holds')}
        queryKey={['legal-holds']}
        asked={{
          ...STATES[address.get('state') ?? ''],
          ...(address.get('email') && { email: address.get('email') ?? '' }),
        }}
        read={(parameters) => kontor.legalHolds.list(parameters)}
        columns={useColumns(setReleased)}
        keyOf={({ id }) => id}
        empty={{ title: translate('holds.empty'), text: translate('holds.empty_text'), action: place }}
      />
      {isPlacing && <PlaceHoldDialog onClose={() => setPlacing(false)} />}
      {released && <ReleaseHoldDialog hold={released} onClose={() => setReleased(undefined)} />}
    </>
  );
}
