import { Stack } from '@mui/material';
import { useAccess } from '../api/access';
import type { RecordComponentProperties } from '../records/record-screens';
import { ExternalIds } from './external-ids';
import { LegalHolds } from './legal-holds';
import { PeopleAccess } from './people-access';

/** Who can see the record, ids of the record in other systems, and legal holds. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const { can } = useAccess();
  return (
    <Stack spacing={3}>
      <PeopleAccess screens={screens} record={record} />
      {record['externalIds'] !== undefined && <ExternalIds screens={screens} record={record} />}
      {can('retention', 'read') && <LegalHolds screens={screens} record={record} />}
    </Stack>
  );
}
