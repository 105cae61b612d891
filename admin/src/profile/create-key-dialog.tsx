import { useQueryClient } from '@tanstack/react-query';
import type { ApiKeyCreate, NewApiKeyView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, FieldGrid, TextInput } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import { useValues } from '../ui/use-values';
import { ScopeChoice } from './scope-choice';

const DAY_MS = 86_400_000;
const PERIODS = [30, 90, 365];

interface Properties {
  readonly onCreated: (key: NewApiKeyView) => void;
  readonly onClose: () => void;
}

/** Returns the end of the chosen period or day. */
function expiryOf(period: unknown, day: unknown): string | null {
  if (period === 'never') return null;
  if (period === 'day') return typeof day === 'string' ? new Date(`${day}T23:59:59`).toISOString() : null;
  return new Date(Date.now() + Number(period) * DAY_MS).toISOString();
}

export function CreateKeyDialog({ onCreated, onClose }: Properties) {
  const translate = useTranslate();
  const client = useQueryClient();
  const { values, form: formOf } = useValues({ period: '90' });
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const isDay = values['period'] === 'day';
  const create = async () => {
    const { rateLimit } = values;
    const key = await kontor.apiKeys.create({
      name: String(values['name'] ?? ''),
      scopes: [...scopes] as ApiKeyCreate['scopes'],
      expiresAt: expiryOf(values['period'], values['day']),
      ...(rateLimit !== null && rateLimit !== undefined && { rateLimit: rateLimit as number }),
    });
    onCreated(key);
    await client.invalidateQueries({ queryKey: ['api-keys'] });
  };
  return (
    <ActionDialog
      title={translate('profile.create_key')}
      text={translate('profile.create_key_text')}
      button={translate('profile.create_key')}
      maxWidth="sm"
      fields={['name', 'rateLimit', 'scopes', 'expiresAt']}
      isDisabled={scopes.length === 0 || (isDay && typeof values['day'] !== 'string')}
      onSubmit={create}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf({
          ...errors,
          ...(errors['expiresAt'] && { [isDay ? 'day' : 'period']: errors['expiresAt'] }),
        });
        return (
          <>
            <TextInput form={form} name="name" label={translate('profile.key_name')} isRequired isFocused />
            <FieldGrid>
              <ChoiceInput
                form={form}
                name="period"
                label={translate('profile.key_expiry')}
                isRequired
                options={[
                  ...PERIODS.map((days) => ({
                    value: String(days),
                    label: translate('profile.key_days', { smart_count: days }),
                  })),
                  { value: 'day', label: translate('profile.key_day') },
                  { value: 'never', label: translate('profile.key_never') },
                ]}
              />
              {isDay ? (
                <TextInput form={form} name="day" type="date" label={translate('profile.key_last_day')} isRequired />
              ) : (
                <span />
              )}
              <NumberInput
                form={form}
                name="rateLimit"
                label={translate('profile.key_rate')}
                help={translate('profile.key_rate_help')}
              />
            </FieldGrid>
            <ScopeChoice
              scopes={scopes}
              onChange={setScopes}
              {...(errors['scopes'] !== undefined && { error: errors['scopes'] })}
            />
          </>
        );
      }}
    </ActionDialog>
  );
}
