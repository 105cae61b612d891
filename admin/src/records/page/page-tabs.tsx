import { Box, Tab, Tabs } from '@mui/material';
import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { ErrorBoundary, Loading } from '../../ui/feedback';
import type { RecordComponentProperties, RecordTab } from '../record-screens';
import { TABS } from './tabs';

const components = new Map<RecordTab['load'], ComponentType<RecordComponentProperties>>();

function componentOf({ load }: RecordTab): ComponentType<RecordComponentProperties> {
  const known = components.get(load);
  if (known) return known;
  const component = lazy(async () => ({ default: (await load()).Tab }));
  components.set(load, component);
  return component;
}

/** The tabs of a record. The address bar holds the open tab. */
export function PageTabs({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { tab } = useParams();
  const tabs = [...TABS, ...(screens.tabs ?? [])].filter(({ isShown }) => isShown?.(screens) ?? true);
  const open = tabs.find(({ name }) => name === tab) ?? tabs[0];
  if (!open) return null;
  const Content = componentOf(open);
  return (
    <>
      <Tabs
        value={open.name}
        onChange={(_, name: string) => void navigate(`/${screens.resource}/${record.id}/${name}`, { replace: true })}
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}
      >
        {tabs.map(({ name }) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls="tab-content"
            label={translate(`record.tab_${name}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="tab-content" aria-labelledby={`tab-${open.name}`} sx={{ p: 2 }}>
        <ErrorBoundary key={open.name} title={translate('app.failed')}>
          <Suspense fallback={<Loading />}>
            <Content screens={screens} record={record} />
          </Suspense>
        </ErrorBoundary>
      </Box>
    </>
  );
}
