import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { kontor } from '../../api/kontor';
import { Likelihood } from '../../relations/likelihood';
import { UserText } from '../../ui/text';

const MOST = 3;

/** Warns if a lead with the same address, number or name exists. */
export function KnownLeads({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const translate = useTranslate();
  const given = ['email', 'phone', 'name'].flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
  });
  const query = Object.fromEntries(given);
  const { data } = useQuery({
    queryKey: ['leads', 'duplicates', query],
    enabled: given.length > 0,
    queryFn: () => kontor.leads.findDuplicates(query),
    retry: false,
  });
  if (!data || data.data.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {translate('from_text.known')}
      {data.data.slice(0, MOST).map(({ lead, likelihood, reasons }) => (
        <Stack key={lead.id} direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <UserText to={`/leads/${lead.id}`}>{lead.name}</UserText>
          <Likelihood likelihood={likelihood} reasons={reasons} />
        </Stack>
      ))}
    </Alert>
  );
}
