import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { RetentionPolicyView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { readAll } from '../data/read-all';
import { StatusChip } from '../fields/field-value';
import { DataTable, type Column } from '../settings/data-table';
import { OpenLink, useOpened } from '../settings/detail-dialog';
import { useFormats } from '../ui/profile';
import { PolicyDialog } from './policy-dialog';
import { useKindName } from './use-kind-name';

function useColumns(onOpen: (kind: string) => void): readonly Column<RetentionPolicyView>[] {
  const translate = useTranslate();
  const { number } = useFormats();
  const kindName = useKindName();
  const label = (name: string) => translate(`retention.${name}`);
  return [
    {
      name: 'kind',
      label: label('kind'),
      show: ({ kind, description }) => (
        <>
          <OpenLink onOpen={() => onOpen(kind)}>{kindName(kind)}</OpenLink>
          <Box sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}>{description}</Box>
        </>
      ),
    },
    {
      name: 'days',
      label: label('period'),
      align: 'right',
      show: ({ days }) => translate('retention.days_count', { smart_count: days, count: number(days) }),
    },
    {
      name: 'enabled',
      label: label('state'),
      show: ({ enabled }) => (
        <StatusChip label={label(enabled ? 'on' : 'off')} value={enabled ? 'active' : 'inactive'} />
      ),
    },
    {
      name: 'open',
      label: '',
      align: 'right',
      from: 'sm',
      show: ({ kind }) => <Button onClick={() => onOpen(kind)}>{label('open')}</Button>,
    },
  ];
}

/** How long each kind of records stays. */
export function RetentionPolicies() {
  const translate = useTranslate();
  const [opened, open] = useOpened();
  const { data, error, refetch } = useQuery({
    queryKey: ['retention-policies'],
    queryFn: () => readAll(kontor.retentionPolicies.list()),
  });
  const policy = data?.find(({ kind }) => kind === opened);
  return (
    <>
      <DataTable<RetentionPolicyView>
        label={translate('retention.policies')}
        columns={useColumns(open)}
        items={data}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={{ title: translate('retention.no_policies') }}
      />
      {policy && <PolicyDialog policy={policy} onClose={() => open(null)} />}
    </>
  );
}
