import { Alert, Button, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UserView } from '@kontor/sdk';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import type { SaveCalls } from '../data/use-save';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { CodeInput } from '../ui/code-input';
import { ErrorNote, Loading } from '../ui/feedback';
import { ChoiceInput, FieldGrid, Form, TextInput } from '../ui/form';
import { UserText } from '../ui/text';
import { useValues } from '../ui/use-values';
import { languagesWith, useUserLabels } from '../users/user-details';

const calls = {
  get: () => kontor.users.getMyProfile(),
  update: (_: string, body: object, options: object) => kontor.users.updateMyProfile(body, options),
} as unknown as SaveCalls;

/** Name, language, time zone and e-mail address. */
export function PersonTab() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({ queryKey: ['profile'], queryFn: () => kontor.users.getMyProfile() });
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Section title={translate('profile.person')}>
        <ProfileForm profile={data} />
      </Section>
      <EmailSection profile={data} />
    </>
  );
}

function ProfileForm({ profile }: { readonly profile: UserView }) {
  const client = useQueryClient();
  const labels = useUserLabels();
  const form = useEditForm('users', profile as unknown as RecordData, calls);
  const common = (name: string) => ({ form, name, label: labels[name] ?? name });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['profile'] });
  };
  return (
    <Form form={form} labels={labels} canSave onSaved={refresh}>
      <FieldGrid>
        <TextInput {...common('firstName')} empty="" autoComplete="given-name" />
        <TextInput {...common('lastName')} empty="" autoComplete="family-name" />
        <TextInput {...common('title')} autoComplete="organization-title" />
        <TextInput {...common('phone')} autoComplete="tel" />
        <ChoiceInput {...common('locale')} options={languagesWith(profile.locale)} />
        <CodeInput {...common('timezone')} kind="timezone" />
      </FieldGrid>
    </Form>
  );
}

function EmailSection({ profile }: { readonly profile: UserView }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [isOpen, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const resend = async () => {
    try {
      await kontor.auth.resendEmailVerification();
      setSentTo(profile.email);
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
  };
  return (
    <Section
      title={translate('profile.email')}
      text={translate('profile.email_text')}
      actions={
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {translate('profile.change_email')}
        </Button>
      }
    >
      <Typography component="div">
        <UserText isCut={false}>{profile.email}</UserText>
      </Typography>
      {profile.emailVerifiedAt === null && !sentTo && (
        <Alert
          severity="warning"
          sx={{ mt: 1.5, alignItems: 'center' }}
          action={<Button onClick={() => void resend()}>{translate('profile.resend')}</Button>}
        >
          {translate('profile.unverified')}
        </Alert>
      )}
      {sentTo && (
        <Alert severity="success" sx={{ mt: 1.5 }}>
          {translate('profile.link_sent', { email: sentTo })}
        </Alert>
      )}
      {isOpen && <EmailDialog onSent={setSentTo} onClose={() => setOpen(false)} />}
    </Section>
  );
}

interface DialogProperties {
  readonly onSent: (email: string) => void;
  readonly onClose: () => void;
}

function EmailDialog({ onSent, onClose }: DialogProperties) {
  const translate = useTranslate();
  const { values, form } = useValues();
  return (
    <ActionDialog
      title={translate('profile.change_email')}
      text={translate('profile.change_email_text')}
      button={translate('profile.send_link')}
      fields={['newEmail']}
      onSubmit={async () => {
        const newEmail = String(values['newEmail'] ?? '');
        await kontor.auth.changeEmail({ newEmail });
        onSent(newEmail);
      }}
      onClose={onClose}
    >
      {(errors) => (
        <TextInput
          form={form(errors)}
          name="newEmail"
          type="email"
          label={translate('profile.new_email')}
          isRequired
          isFocused
          autoComplete="email"
        />
      )}
    </ActionDialog>
  );
}
