import { Autocomplete, TextField } from '@mui/material';
import type { NotificationChannelType, NotificationChannelView } from '@kontor/sdk';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { TextInput, type Values } from '../ui/form';

type Fields = Readonly<Record<string, unknown>>;

export const CONFIG_FIELDS: Readonly<Record<NotificationChannelType, readonly string[]>> = {
  email: ['to', 'replyTo'],
  slack: ['webhookUrl'],
  discord: ['webhookUrl'],
  telegram: ['botToken', 'chatId'],
};
/** Fields that the server never returns. */
const SECRETS = new Set(['webhookUrl', 'botToken']);

/** Returns the configuration in the form of the inputs: a secret is an empty text until another one is typed. */
export const editableConfig = ({ type, config }: NotificationChannelView): Fields =>
  Object.fromEntries(
    CONFIG_FIELDS[type].map((name) => [name, SECRETS.has(name) ? '' : ((config as Fields)[name] ?? null)]),
  );

/** Returns what is stored of a secret, such as `…f3a9`. */
function hintOf(channel: NotificationChannelView | undefined, name: string): string | undefined {
  const secret = (channel?.config as Fields | undefined)?.[name] as { last4?: string | null } | undefined;
  return secret ? `…${secret.last4 ?? ''}` : undefined;
}

/** Returns the values inside `config`, with their errors. */
const configOf = (form: Values): Values => {
  const config = (form.value('config') ?? {}) as Fields;
  const errors = Object.entries(form.errors).flatMap(([name, text]) =>
    name.startsWith('config.') ? [[name.split('.')[1] ?? '', text] as const] : [],
  );
  return {
    value: (name) => config[name],
    set: (name, value) => form.set('config', { ...config, [name]: value }),
    errors: Object.fromEntries(errors),
  };
};

interface Properties {
  readonly form: Values;
  readonly type: NotificationChannelType;
  /** The stored channel; none for a new channel. */
  readonly channel?: NotificationChannelView | undefined;
  readonly isDisabled: boolean;
}

/** The fields of a service. */
export function ChannelConfig({ form, type, channel, isDisabled }: Properties) {
  const translate = useTranslate();
  const config = configOf(form);
  return (
    <>
      {CONFIG_FIELDS[type].map((name) => {
        const label = translate(`channels.${name}`);
        if (name === 'to') return <Recipients key={name} form={config} label={label} isDisabled={isDisabled} />;
        const hint = hintOf(channel, name);
        const help =
          hint === undefined
            ? translate(`channels.${name}_${type}`, { _: '' })
            : translate('channels.secret_stored', { hint });
        return (
          <TextInput
            key={name}
            form={config}
            name={name}
            label={label}
            isDisabled={isDisabled}
            isRequired={name !== 'replyTo' && hint === undefined}
            {...(SECRETS.has(name) && { type: 'password' as const, autoComplete: 'new-password' })}
            {...(name !== 'replyTo' && { empty: '' as const })}
            {...(help && { help })}
          />
        );
      })}
    </>
  );
}

function Recipients({
  form,
  label,
  isDisabled,
}: {
  readonly form: Values;
  readonly label: string;
  readonly isDisabled: boolean;
}) {
  const translate = useTranslate();
  const error = form.errors['to'];
  return (
    <Autocomplete
      id={useId()}
      multiple
      freeSolo
      autoSelect
      options={[] as string[]}
      value={(form.value('to') ?? []) as string[]}
      disabled={isDisabled}
      onChange={(_, addresses) => form.set('to', [...new Set(addresses.map((address) => address.trim()))])}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          error={error !== undefined}
          helperText={error ?? translate('channels.to_help')}
        />
      )}
    />
  );
}
