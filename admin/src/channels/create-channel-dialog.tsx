import { useQueryClient } from '@tanstack/react-query';
import type { NotificationChannelCreate, NotificationChannelType } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, type Values } from '../ui/form';
import { useValues } from '../ui/use-values';
import { channelBodyOf, ChannelInputs, useChannelLabels } from './channel-inputs';

export const CHANNEL_TYPES: readonly NotificationChannelType[] = ['email', 'slack', 'discord', 'telegram'];

/** The fields of another service do not fit, so they begin again. */
const withFreshConfig = (form: Values): Values => ({
  ...form,
  set: (name, value) => {
    form.set(name, value);
    if (name === 'type') form.set('config', {});
  },
});

export function CreateChannelDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const labels = useChannelLabels();
  const { values, form } = useValues({ type: 'email', config: {}, events: [] });
  const type = values['type'] as NotificationChannelType;
  return (
    <ActionDialog
      title={translate('channels.create')}
      button={translate('channels.create_button')}
      maxWidth="sm"
      fields={Object.keys(labels)}
      isDisabled={(values['events'] as readonly string[]).length === 0}
      onSubmit={async () => {
        const body = channelBodyOf(values) as unknown as NotificationChannelCreate;
        const { id } = await kontor.notificationChannels.create(body);
        await client.invalidateQueries({ queryKey: ['notification-channels'] });
        void navigate(`/settings/notification-channels/${id}`);
      }}
      onClose={onClose}
    >
      {(errors) => {
        const inputs = form(errors);
        return (
          <>
            <ChoiceInput
              form={withFreshConfig(inputs)}
              name="type"
              label={labels['type'] ?? ''}
              isRequired
              options={CHANNEL_TYPES.map((value) => ({ value, label: translate(`channels.type_${value}`) }))}
            />
            <ChannelInputs form={inputs} type={type} />
          </>
        );
      }}
    </ActionDialog>
  );
}
