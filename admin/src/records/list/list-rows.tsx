import { Box, Stack } from '@mui/material';
import { useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import type { RecordData } from '../../data/calls';
import { FieldValue } from '../../fields/field-value';
import { ErrorBoundary } from '../../ui/feedback';
import { Muted, UserText } from '../../ui/text';
import { titleOf, type RecordScreens } from '../record-screens';
import { useColumns } from './columns';

/** The list on a phone: one block per record, with the first two columns after the name. */
export function ListRows({ screens }: { readonly screens: RecordScreens }) {
  const { data = [] } = useListContext<RecordData>();
  const { columns } = useColumns(screens);
  const shown = columns.filter(({ name }) => name !== screens.title).slice(0, 2);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((record) => (
        <Box component="li" key={record.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          <Box
            component={Link}
            to={`/${screens.resource}/${record.id}`}
            sx={{ display: 'block', px: 1.5, py: 1.25, color: 'inherit', textDecoration: 'none' }}
          >
            <Box sx={{ fontWeight: 550 }}>
              <UserText>{titleOf(screens, record)}</UserText>
            </Box>
            <Muted>
              <UserText>{screens.subtitle?.(record) ?? '—'}</UserText>
            </Muted>
          </Box>
          <Stack direction="row" spacing={1.5} sx={{ px: 1.5, pb: 1.25, alignItems: 'center', fontSize: '0.8125rem' }}>
            {shown.map((field) => (
              <Box key={field.name} sx={{ minWidth: 0 }}>
                <ErrorBoundary title="">
                  <FieldValue resource={screens.resource} field={field} record={record} />
                </ErrorBoundary>
              </Box>
            ))}
          </Stack>
        </Box>
      ))}
    </Box>
  );
}
