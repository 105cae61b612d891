import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

interface Properties {
  readonly label: string;
  readonly children: string;
}

/** A block of code to copy, with a label. The button says when the text was copied. */
export function CodeBlock({ label, children }: Properties) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(children);
    setCopied(true);
  };
  return (
    <Box>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 0.5 }}>
        <Typography variant="subtitle2" component="h3">
          {label}
        </Typography>
        <Button
          variant="outlined"
          startIcon={<CopyIcon />}
          onClick={() => void copy()}
          aria-label={`${translate('app.copy')}: ${label}`}
        >
          <span role="status">{translate(isCopied ? 'app.copied' : 'app.copy')}</span>
        </Button>
      </Stack>
      <Box
        component="pre"
        tabIndex={0}
        aria-label={label}
        sx={{
          m: 0,
          p: 1.5,
          maxHeight: 300,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.default',
          fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
          fontSize: '0.75rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
