import { Box, Stack } from '@mui/material';
import type { SecurityLogView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import { Pages } from '../records/page/pages';
import { Section } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

/** Tones of `tones.ts`. */
const TONES = { warning: 'pending', critical: 'lost' } as const;

/** Sign-ins, rejected requests and changes of passwords and keys of the own account. */
export function SecurityLog() {
  const translate = useTranslate();
  return (
    <Section title={translate('profile.log')} text={translate('profile.log_text')}>
      <Pages<SecurityLogView>
        queryKey={['security-log', 'mine']}
        read={(options) => kontor.securityLogs.listMine(options)}
        keyOf={({ id }) => id}
        empty={{ title: translate('profile.log_empty') }}
      >
        {(entry) => <Entry entry={entry} />}
      </Pages>
    </Section>
  );
}

function Entry({ entry }: { readonly entry: SecurityLogView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { event, severity, description, ipAddress, createdAt } = entry;
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1, fontSize: '0.8125rem' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ fontWeight: 550 }}>{translate(`security_events.${event}`, { _: event })}</Box>
        {severity !== 'info' && (
          <StatusChip label={translate(`profile.severity_${severity}`)} value={TONES[severity]} />
        )}
        <Box component="time" dateTime={createdAt} sx={{ ml: 'auto', color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {dateTime(createdAt)}
        </Box>
      </Stack>
      <Muted>
        <UserText isCut={false}>{[description, ipAddress].filter(Boolean).join(' · ')}</UserText>
      </Muted>
    </Box>
  );
}
