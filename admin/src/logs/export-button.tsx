import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { useAction } from '../settings/use-action';

const FORMATS = ['csv', 'ndjson'] as const;

/** Saves a file of the browser. */
function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** Exports the entries of the filter. */
export function ExportButton({ asked }: { readonly asked: object }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { run, busy } = useAction([]);
  const save = (format: (typeof FORMATS)[number]) => {
    setAnchor(null);
    return run('export', async () => {
      const response = await kontor.auditLogs.export({ ...asked, format });
      saveFile(await response.blob(), `audit-log.${format}`);
    });
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        loading={busy === 'export'}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('audit.export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {FORMATS.map((format) => (
          <MenuItem key={format} onClick={() => void save(format)}>
            {translate(`audit.format_${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
