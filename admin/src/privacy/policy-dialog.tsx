import { Alert, Button, Typography } from '@mui/material';
import type { RetentionPolicyView, RetentionRunView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import type { SaveCalls } from '../data/use-save';
import { DetailDialog } from '../settings/detail-dialog';
import { Facts } from '../settings/facts';
import { useAction } from '../settings/use-action';
import { FlagInput, Form } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import { useFormats } from '../ui/profile';
import { RecordName } from '../ui/record-name';
import { useKindName } from './use-kind-name';

/** The path of a policy is its kind, not its id. */
const callsOf = (kind: string) =>
  ({
    get: () => kontor.retentionPolicies.get(kind),
    update: (_: string, body: object, options?: object) => kontor.retentionPolicies.update(kind, body, options),
  }) as unknown as SaveCalls;

interface Properties {
  readonly policy: RetentionPolicyView;
  readonly onClose: () => void;
}

/** The period of one kind of records, with a count of the records that it would delete now. */
export function PolicyDialog({ policy, onClose }: Properties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime } = useFormats();
  const kindName = useKindName();
  const [calls] = useState(() => callsOf(policy.kind));
  const [counted, setCounted] = useState<RetentionRunView>();
  const { run, busy } = useAction([['retention-runs']]);
  const form = useEditForm('retention-policies', policy as unknown as RecordData, calls);
  const canSave = can('retention', 'manage');
  const labels = { days: translate('retention.days'), enabled: translate('retention.enabled') };
  const count = () =>
    run('count', async () => {
      const days = form.value('days') as number;
      setCounted(await kontor.retentionPolicies.dryRun(policy.kind, { days }));
    });
  return (
    <DetailDialog title={kindName(policy.kind)} maxWidth="sm" onClose={onClose}>
      <Typography variant="body2" color="textSecondary">
        {policy.description}
      </Typography>
      <Form form={form} labels={labels} canSave={canSave} onSaved={onClose}>
        <NumberInput
          form={form}
          name="days"
          label={labels.days}
          isDisabled={!canSave}
          help={translate('retention.days_help', { minimum: policy.minimumDays, standard: policy.defaultDays })}
        />
        <FlagInput
          form={form}
          name="enabled"
          label={labels.enabled}
          isDisabled={!canSave}
          help={translate('retention.enabled_help')}
        />
        <Button
          variant="outlined"
          loading={busy === 'count'}
          onClick={() => void count()}
          sx={{ alignSelf: 'flex-start' }}
        >
          {translate('retention.count')}
        </Button>
        <div role="status">{counted && <DryRun run={counted} />}</div>
      </Form>
      <Facts
        facts={[
          [translate('retention.changed'), policy.updatedAt && dateTime(policy.updatedAt)],
          [
            translate('retention.changed_by'),
            policy.updatedById && <RecordName key="by" resource="users" id={policy.updatedById} />,
          ],
        ]}
      />
    </DetailDialog>
  );
}

/** What a period would delete now. */
function DryRun({ run }: { readonly run: RetentionRunView }) {
  const translate = useTranslate();
  const { number, date } = useFormats();
  return (
    <Alert severity={run.due > run.held ? 'warning' : 'info'}>
      {translate('retention.counted', {
        smart_count: run.due,
        count: number(run.due),
        before: date(run.cutoff),
        days: number(run.days),
      })}{' '}
      {run.held > 0 && translate('retention.counted_held', { smart_count: run.held, count: number(run.held) })}{' '}
      {run.oldestAt && translate('retention.oldest', { at: date(run.oldestAt) })}
    </Alert>
  );
}
