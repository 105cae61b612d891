import type { NotificationChannelType, NotificationChannelView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { EventChoice } from '../events/event-choice';
import { EventFilter, filterOf } from '../events/event-filter';
import { TextInput, type Values } from '../ui/form';
import { ChannelConfig, CONFIG_FIELDS, editableConfig } from './channel-config';
import { TemplateInput } from './template-input';

const FIELDS = ['name', 'events', 'filter', 'template'] as const;

/** Labels of the fields, also of the fields inside `config`. */
export function useChannelLabels(): Record<string, string> {
  const translate = useTranslate();
  const label = (name: string) => translate(`channels.${name}`);
  return {
    ...Object.fromEntries(
      [...FIELDS, 'type', 'config', 'enabled', 'disabledReason', 'createdById'].map((name) => [name, label(name)]),
    ),
    ...Object.fromEntries(
      Object.values(CONFIG_FIELDS).flatMap((names) => names.map((one) => [`config.${one}`, label(one)])),
    ),
  };
}

/** Returns typed values as the body of a request: the filter is an object. */
export const channelBodyOf = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...values,
  ...('filter' in values && { filter: filterOf(values['filter']) }),
});

export const editableChannel = (channel: NotificationChannelView) => ({
  ...channel,
  filter: channel.filter ? JSON.stringify(channel.filter) : null,
  config: editableConfig(channel),
});

interface Properties {
  readonly form: Values;
  readonly type: NotificationChannelType;
  readonly channel?: NotificationChannelView;
  readonly isDisabled?: boolean;
}

/** The fields of a new channel and of a stored channel. */
export function ChannelInputs({ form, type, channel, isDisabled = false }: Properties) {
  const labels = useChannelLabels();
  const common = (name: (typeof FIELDS)[number]) => ({ form, name, label: labels[name] ?? name, isDisabled });
  return (
    <>
      <TextInput {...common('name')} isRequired empty="" />
      <ChannelConfig form={form} type={type} channel={channel} isDisabled={isDisabled} />
      <EventChoice {...common('events')} />
      <EventFilter form={form} name="filter" isDisabled={isDisabled} />
      <TemplateInput form={form} label={labels['template'] ?? ''} isDisabled={isDisabled} />
    </>
  );
}
