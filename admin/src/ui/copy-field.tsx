import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button, Stack, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Properties {
  readonly label: string;
  readonly text: string;
  readonly rows?: number;
}

/** A text to copy. Without access to the clipboard, the text is selected for Ctrl+C. */
export function CopyField({ label, text, rows }: Properties) {
  const translate = useTranslate();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      (document.getElementById(id) as HTMLInputElement | null)?.select();
    }
  };
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1}
      sx={{ alignItems: 'flex-start', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
    >
      <TextField
        id={id}
        label={label}
        value={text}
        multiline={rows !== undefined}
        rows={rows}
        slotProps={{
          htmlInput: { readOnly: true, spellCheck: false },
          input: { sx: { '& input, & textarea': { fontFamily: 'ui-monospace, monospace', fontSize: '0.8125rem' } } },
        }}
      />
      <Button
        variant="outlined"
        startIcon={<CopyIcon />}
        onClick={() => void copy()}
        sx={{ flexShrink: 0, minHeight: 38 }}
      >
        {translate(isCopied ? 'app.copied' : 'app.copy')}
      </Button>
    </Stack>
  );
}
