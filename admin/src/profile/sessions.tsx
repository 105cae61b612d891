import { Box, Button, Stack } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '@kontor/sdk';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { readAll } from '../data/read-all';
import { StatusChip } from '../fields/field-value';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

/** Where the person is signed in, with buttons to end sessions. */
export function Sessions() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => readAll(kontor.auth.listSessions()),
  });
  const [ended, setEnded] = useState<{ readonly sessions: readonly SessionView[]; readonly areOthers: boolean }>();
  const others = data?.filter(({ isCurrent }) => !isCurrent) ?? [];
  return (
    <Section
      title={translate('profile.sessions')}
      text={translate('profile.sessions_text')}
      actions={
        others.length > 0 && (
          <Button variant="outlined" color="error" onClick={() => setEnded({ sessions: others, areOthers: true })}>
            {translate('profile.end_others')}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          onEnd={() => setEnded({ sessions: [session], areOthers: false })}
        />
      ))}
      {ended && <EndDialog {...ended} onClose={() => setEnded(undefined)} />}
    </Section>
  );
}

const nameOf = ({ browser, os }: SessionView): string =>
  [browser, os].filter((name) => name && name !== 'unknown').join(' · ');

function SessionRow({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { ipAddress, lastActivityAt, createdAt, isCurrent } = session;
  return (
    <Stack
      direction="row"
      spacing={1.5}
      sx={{ alignItems: 'center', minHeight: 56, borderTop: 1, borderColor: 'divider', fontSize: '0.8125rem' }}
    >
      <Box sx={{ flex: 1, minWidth: 0, py: 1 }}>
        <Box sx={{ fontWeight: 550 }}>
          <UserText>{nameOf(session) || translate('profile.unknown_device')}</UserText>
        </Box>
        <Muted>
          {translate('profile.session_times', {
            used: dateTime(lastActivityAt),
            started: dateTime(createdAt),
            ip: ipAddress ?? '—',
          })}
        </Muted>
      </Box>
      {isCurrent ? (
        <StatusChip label={translate('profile.this_session')} value="active" />
      ) : (
        <Button
          onClick={onEnd}
          aria-label={translate('profile.end_session_named', {
            name: nameOf(session),
            started: dateTime(createdAt),
          })}
        >
          {translate('profile.end_session')}
        </Button>
      )}
    </Stack>
  );
}

interface EndProperties {
  readonly sessions: readonly SessionView[];
  readonly areOthers: boolean;
  readonly onClose: () => void;
}

function EndDialog({ sessions, areOthers, onClose }: EndProperties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate(areOthers ? 'profile.end_others' : 'profile.end_session')}
      text={translate('profile.end_text', { smart_count: sessions.length })}
      button={translate(areOthers ? 'profile.end_others' : 'profile.end_session')}
      isDanger
      onSubmit={async () => {
        try {
          for (const { id } of sessions) await kontor.auth.revokeSession(id);
        } finally {
          await client.invalidateQueries({ queryKey: ['sessions'] });
        }
        notify('profile.ended', { type: 'success', messageArgs: { smart_count: sessions.length } });
      }}
      onClose={onClose}
    />
  );
}
