import { Box, Tab, Tabs } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';

interface Properties {
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly label: string; readonly content: () => ReactNode }[];
}

/** Tabs of a page of the settings. The tab is in the address bar; another tab begins without filters. */
export function TabBar({ label, tabs }: Properties) {
  const id = useId();
  const [address, setAddress] = useSearchParams();
  const current = tabs.find(({ name }) => name === address.get('tab')) ?? tabs[0];
  if (!current) return null;
  return (
    <>
      <Tabs
        value={current.name}
        onChange={(_, name: string) => setAddress({ tab: name })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={label}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.name}
            value={tab.name}
            label={tab.label}
            id={`${id}-${tab.name}`}
            aria-controls={tab === current ? `${id}-panel` : undefined}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current.name}`}
        sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
      >
        {current.content()}
      </Box>
    </>
  );
}
