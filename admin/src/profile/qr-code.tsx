import { Box } from '@mui/material';
import encodeQR from 'qr';
import { useMemo } from 'react';

/** Quiet zone in modules that readers need around the code. */
const BORDER = 4;

interface Properties {
  readonly text: string;
  readonly label: string;
}

/** A QR code as one path. It is black on white in dark mode too, because readers need the contrast. */
export function QrCode({ text, label }: Properties) {
  const { path, size } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { border: BORDER });
    const squares = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: squares.join(''), size: modules.length };
  }, [text]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{ width: 208, height: 208, borderRadius: 1, backgroundColor: '#fff', display: 'block', mx: 'auto' }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}
