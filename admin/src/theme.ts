import { alpha, type ThemeOptions } from '@mui/material/styles';

interface Palette {
  readonly mode: 'light' | 'dark';
  readonly ground: string;
  readonly paper: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
}

const LIGHT: Palette = {
  mode: 'light',
  ground: '#f6f7f9',
  paper: '#ffffff',
  text: '#161b22',
  soft: '#57606c',
  line: '#e3e6ea',
  accent: '#2b59c3',
  onAccent: '#ffffff',
};
const DARK: Palette = {
  mode: 'dark',
  ground: '#0f1216',
  paper: '#171b21',
  text: '#e7eaef',
  soft: '#a0a9b5',
  line: '#2a3038',
  accent: '#8fb1ff',
  onAccent: '#0d1a36',
};

const FONT = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** Compact: thin lines instead of shadows, one accent colour, 14 px text. */
function themeOf({ mode, ground, paper, text, soft, line, accent, onAccent }: Palette): ThemeOptions {
  return {
    palette: {
      mode,
      primary: { main: accent, contrastText: onAccent },
      secondary: { main: accent, contrastText: onAccent },
      background: { default: ground, paper },
      text: { primary: text, secondary: soft },
      divider: line,
    },
    shape: { borderRadius: 8 },
    spacing: 8,
    typography: {
      fontFamily: FONT,
      fontSize: 14,
      htmlFontSize: 16,
      h5: { fontSize: '1.375rem', fontWeight: 650, letterSpacing: '-0.015em' },
      h6: { fontSize: '1.0625rem', fontWeight: 650, letterSpacing: '-0.01em' },
      subtitle2: { fontSize: '0.8125rem', fontWeight: 600 },
      body1: { fontSize: '0.875rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
      caption: { fontSize: '0.75rem' },
      button: { textTransform: 'none', fontWeight: 550, fontSize: '0.8125rem' },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontFeatureSettings: '"cv11", "ss03"', WebkitFontSmoothing: 'antialiased' },
          ':focus-visible': { outlineColor: accent },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiPopover: { styleOverrides: { paper: { border: `1px solid ${line}`, boxShadow: '0 8px 28px #0003' } } },
      MuiDialog: { styleOverrides: { paper: { border: `1px solid ${line}`, boxShadow: '0 16px 48px #0005' } } },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: {
          root: { minHeight: 32, paddingInline: 12 },
          sizeLarge: { minHeight: 42, fontSize: '0.875rem' },
          outlined: { borderColor: line, color: text, '&:hover': { borderColor: soft } },
          text: { color: text },
        },
      },
      MuiToggleButton: {
        styleOverrides: { root: { textTransform: 'none', color: soft, '&.Mui-selected': { color: text } } },
      },
      MuiIconButton: { defaultProps: { size: 'small' } },
      MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
      MuiSelect: { defaultProps: { size: 'small' } },
      MuiAutocomplete: {
        defaultProps: { size: 'small' },
        styleOverrides: { paper: { border: `1px solid ${line}`, boxShadow: '0 8px 28px #0003' } },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: {
            backgroundColor: paper,
            '&:hover:not(.Mui-focused):not(.Mui-error) .MuiOutlinedInput-notchedOutline': { borderColor: soft },
          },
          notchedOutline: { borderColor: mode === 'light' ? '#c9ced6' : '#3a424d' },
          input: { fontSize: '0.875rem' },
        },
      },
      MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: soft } } } },
      MuiInputLabel: { styleOverrides: { root: { fontSize: '0.875rem' } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: line, fontSize: '0.8125rem', padding: '7px 12px' },
          head: { color: soft, fontWeight: 550, fontSize: '0.75rem', backgroundColor: paper, whiteSpace: 'nowrap' },
          paddingCheckbox: { padding: '0 0 0 8px', width: 36 },
        },
      },
      MuiTableRow: { styleOverrides: { root: { '&.Mui-selected': { backgroundColor: alpha(accent, 0.1) } } } },
      MuiCheckbox: { defaultProps: { size: 'small' } },
      MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6, fontWeight: 500 } } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, textTransform: 'none', padding: '8px 12px', minWidth: 0 } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTooltip: { defaultProps: { enterDelay: 400 } },
      MuiMenuItem: { styleOverrides: { root: { fontSize: '0.8125rem', minHeight: 34 } } },
      MuiListItemButton: { styleOverrides: { root: { borderRadius: 6 } } },
      MuiAlert: {
        styleOverrides: {
          root: {
            borderRadius: 8,
            '&.MuiAlert-filled.MuiAlert-colorInfo': {
              backgroundColor: mode === 'light' ? '#1f2630' : '#e7eaef',
              color: paper,
            },
          },
        },
      },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  };
}

export const lightTheme = themeOf(LIGHT);
export const darkTheme = themeOf(DARK);
