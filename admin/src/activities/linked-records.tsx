import { Box } from '@mui/material';
import { REFERENCES, pathOf } from '../metadata/references';
import { UserText } from '../ui/text';

const LINKS = ['dealId', 'companyId', 'contactId', 'leadId'] as const;

/** Links to the records of an activity that the person can see. */
export function LinkedRecords({ activity }: { readonly activity: object }) {
  const values = activity as Readonly<Record<string, unknown>>;
  const found = LINKS.flatMap((name) => {
    const reference = REFERENCES[name];
    const linked = reference && (values[reference.embedded] as Record<string, unknown> | null | undefined);
    if (!reference || !linked) return [];
    const id = String(linked['id']);
    return [{ id, title: String(linked[reference.title] ?? ''), path: pathOf(reference.resource, id) }];
  });
  if (found.length === 0) return null;
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1,
        minWidth: 0,
        fontSize: '0.75rem',
        color: 'text.secondary',
      }}
    >
      {found.map(({ id, title, path }) => (
        <Box key={id} component="span" sx={{ minWidth: 0, maxWidth: 240 }}>
          <UserText {...(path && { to: path })}>{title}</UserText>
        </Box>
      ))}
    </Box>
  );
}
