import BackIcon from '@mui/icons-material/ArrowBack';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  IconButton,
  Stack,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccess } from '../../api/access';
import { errorText } from '../../api/errors';
import { callsOf } from '../../data/calls';
import { UserText } from '../../ui/text';
import { titleOf, type RecordComponentProperties } from '../record-screens';
import { RestoreButton } from './restore-button';

/** Name, subtitle and actions of a record. */
export function PageHeader({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { can } = useAccess();
  const [isDeleting, setDeleting] = useState(false);
  const { resource, icon: Icon, Actions } = screens;
  const title = titleOf(screens, record);
  const subtitle = screens.subtitle?.(record);
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <IconButton onClick={() => void navigate(`/${resource}`)} aria-label={translate(`records.${resource}.many`)}>
        <BackIcon fontSize="small" />
      </IconButton>
      <Box
        sx={{
          width: 40,
          height: 40,
          borderRadius: 1,
          display: { xs: 'none', sm: 'grid' },
          placeItems: 'center',
          backgroundColor: 'action.selected',
          color: 'primary.main',
        }}
      >
        <Icon />
      </Box>
      <Box sx={{ flex: 1, minWidth: 180 }}>
        <Typography variant="h5" component="h1">
          <UserText>{title}</UserText>
        </Typography>
        {subtitle && (
          <Typography color="textSecondary" variant="body2" component="div">
            <UserText>{subtitle}</UserText>
          </Typography>
        )}
      </Box>
      {Actions && (
        <Suspense>
          <Actions screens={screens} record={record} />
        </Suspense>
      )}
      {can(resource, 'delete') && !screens.isReadOnly?.(record) && (
        <Button variant="outlined" startIcon={<DeleteIcon />} onClick={() => setDeleting(true)}>
          {translate('app.delete')}
        </Button>
      )}
      {isDeleting && <DeleteDialog screens={screens} record={record} onClose={() => setDeleting(false)} />}
    </Stack>
  );
}

/** Deletes after a question. The message afterwards offers to restore the record. */
function DeleteDialog({ screens, record, onClose }: RecordComponentProperties & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { resource } = screens;
  const remove = async () => {
    setBusy(true);
    try {
      await callsOf(resource).delete(record.id, { ifMatch: record });
      client.removeQueries({ queryKey: ['record', record.id] });
      await client.invalidateQueries({ queryKey: [resource] });
      void navigate(`/${resource}`);
      notify(<RestoreButton resource={resource} id={record.id} name={titleOf(screens, record)} />, {
        type: 'info',
        autoHideDuration: 10_000,
      });
    } catch (error) {
      notify(errorText(error), { type: 'error' });
      await client.invalidateQueries({ queryKey: ['record', record.id] });
      onClose();
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="delete-title">
      <DialogTitle id="delete-title">{translate('record.delete_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText component="div">
          <UserText>{titleOf(screens, record)}</UserText>
          {translate('record.delete_text')}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('app.cancel')}</Button>
        <Button variant="contained" color="error" loading={isBusy} onClick={() => void remove()}>
          {translate('app.delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
