import ConvertIcon from '@mui/icons-material/CallSplitOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import type { RecordComponentProperties } from '../records/record-screens';

/** The button that opens the conversion of a lead. Lost and converted leads cannot be converted. */
export function LeadActions({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  if (!can('leads', 'update') || record['convertedAt'] !== null || record['status'] === 'lost') return null;
  return (
    <Button variant="contained" startIcon={<ConvertIcon />} component={Link} to={`/leads/${record.id}/convert`}>
      {translate('leads.convert')}
    </Button>
  );
}
