import { Alert, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ErasurePreviewView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { useAction } from '../settings/use-action';
import { ActionDialog } from '../ui/action-dialog';
import { FlagInput, TextInput, type Values } from '../ui/form';
import { useFormats } from '../ui/profile';
import { useValues } from '../ui/use-values';
import { useKindName } from './use-kind-name';

interface Properties {
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
}

/** Shows first what would be erased, and erases only after a confirmation. Another person needs another preview. */
export function ErasureDialog({ onCreated, onClose }: Properties) {
  const translate = useTranslate();
  const [preview, setPreview] = useState<ErasurePreviewView>();
  const { values, form } = useValues();
  const { run } = useAction([['erasure-requests']]);
  const { email, phone, isSure } = values;
  const subject = { ...(email ? { email: email as string } : {}), ...(phone ? { phone: phone as string } : {}) };
  const erase = async () => {
    const { id } = await kontor.erasureRequests.create(subject);
    await run('refresh', () => Promise.resolve(), 'erasure.was_created');
    onCreated(id);
    onClose();
  };
  const withNewPreview = (inputs: Values): Values => ({
    ...inputs,
    set: (name, value) => {
      setPreview(undefined);
      inputs.set('isSure', false);
      inputs.set(name, value);
    },
  });
  return (
    <ActionDialog
      title={translate('erasure.create')}
      text={translate('erasure.create_text')}
      button={translate(preview ? 'erasure.erase' : 'erasure.preview')}
      isDanger={preview !== undefined}
      isDisabled={(!email && !phone) || (preview !== undefined && (preview.isHeld || isSure !== true))}
      fields={['email', 'phone']}
      maxWidth="sm"
      onSubmit={async () => (preview ? erase() : setPreview(await kontor.erasureRequests.preview(subject)))}
      onClose={() => undefined}
      onCancel={onClose}
    >
      {(errors) => {
        const inputs = withNewPreview(form(errors));
        return (
          <>
            <TextInput form={inputs} name="email" type="email" label={translate('erasure.email')} />
            <TextInput
              form={inputs}
              name="phone"
              label={translate('erasure.phone')}
              help={translate('erasure.phone_help')}
            />
            <div role="status">{preview && <Preview preview={preview} />}</div>
            {preview && !preview.isHeld && (
              <FlagInput form={form(errors)} name="isSure" label={translate('erasure.sure')} />
            )}
          </>
        );
      }}
    </ActionDialog>
  );
}

function Preview({ preview: { records, copies, isHeld } }: { readonly preview: ErasurePreviewView }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const kindName = useKindName();
  const found = records.filter((line) => line.found + line.held > 0);
  return (
    <>
      {isHeld && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate('erasure.is_held')}
        </Alert>
      )}
      {found.length === 0 ? (
        <Alert severity="info">{translate('erasure.nothing_found')}</Alert>
      ) : (
        <Table size="small" aria-label={translate('erasure.preview')}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('erasure.resource')}</TableCell>
              <TableCell align="right">{translate('erasure.found')}</TableCell>
              <TableCell align="right">{translate('erasure.held')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {found.map(({ resource, ...line }) => (
              <TableRow key={resource}>
                <TableCell component="th" scope="row">
                  {kindName(resource)}
                </TableCell>
                <TableCell align="right">{number(line.found)}</TableCell>
                <TableCell align="right">{number(line.held)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {translate('erasure.copies', { names: copies.map(kindName).join(', ') })}
      </Typography>
    </>
  );
}
