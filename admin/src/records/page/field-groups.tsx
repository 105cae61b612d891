import { Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useRecordType, type Field } from '../../metadata/record-type';
import { useFormats } from '../../ui/profile';
import { ConflictDialog } from './conflict-dialog';
import { InlineField } from './inline-field';
import type { RecordComponentProperties } from '../record-screens';
import { useSave } from '../../data/use-save';
import { useAccess } from '../../api/access';

/** Fields in groups, each edited in place. Custom fields follow in their own group. */
export function FieldGroups({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { can } = useAccess();
  const { fields, field } = useRecordType(screens.resource);
  const saving = useSave(screens.resource, record, screens.include);
  const known = (names: readonly string[]): Field[] =>
    names.flatMap((name) => {
      const found = field(name);
      return found && (screens.isFieldShown?.(name, record) ?? true) ? [found] : [];
    });
  const custom = fields.filter(({ isCustom }) => isCustom);
  const groups = [
    ...screens.groups.map(({ name, fields: names }) => ({ name, fields: known(names) })),
    ...(custom.length > 0 ? [{ name: 'custom', fields: custom }] : []),
  ];
  const canEdit = can(screens.resource, 'update') && !screens.isReadOnly?.(record);
  return (
    <Stack spacing={2} sx={{ minWidth: 0 }}>
      {groups
        .filter((group) => group.fields.length > 0)
        .map((group) => (
          <Paper
            key={group.name}
            variant="outlined"
            component="section"
            aria-label={translate(`record.group_${group.name}`)}
            sx={{ p: 1.5 }}
          >
            <Typography variant="subtitle2" component="h2" color="textSecondary" sx={{ px: 1, pb: 0.5 }}>
              {translate(`record.group_${group.name}`)}
            </Typography>
            {group.fields.map((one) => (
              <InlineField
                key={one.name}
                resource={screens.resource}
                field={one}
                record={record}
                canEdit={canEdit && !screens.fixedFields?.includes(one.name)}
                onSave={saving.save}
              />
            ))}
          </Paper>
        ))}
      <Typography variant="caption" color="textSecondary" sx={{ px: 1 }}>
        {translate('record.times', {
          created: dateTime(String(record['createdAt'])),
          updated: dateTime(String(record['updatedAt'])),
        })}
      </Typography>
      {saving.conflict && (
        <ConflictDialog
          screens={screens}
          conflict={saving.conflict}
          onOverwrite={saving.overwrite}
          onDiscard={saving.discard}
        />
      )}
    </Stack>
  );
}
