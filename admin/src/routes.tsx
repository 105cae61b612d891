import { lazy, Suspense, type ComponentType } from 'react';
import { CustomRoutes, useTranslate } from 'react-admin';
import { Route } from 'react-router-dom';
import { useAccess } from './api/access';
import { SCREENS, type LoadScreen, type ScreenRoute } from './screens';
import { EmptyState, Loading } from './ui/feedback';

/** Routes of one record type share a loader, and so one component. */
const components = new Map<LoadScreen, ComponentType<object>>();

function componentOf(load: LoadScreen): ComponentType<object> {
  const known = components.get(load);
  if (known) return known;
  const component = lazy(async () => ({ default: (await load()).Screen as ComponentType<object> }));
  components.set(load, component);
  return component;
}

function ScreenRoot({ screen }: { readonly screen: ScreenRoute }) {
  const { can, isLoaded } = useAccess();
  const translate = useTranslate();
  if (screen.needs && !isLoaded) return <Loading />;
  if (screen.needs && !can(...screen.needs)) return <EmptyState title={translate('app.no_access')} />;
  const Screen = componentOf(screen.load);
  return (
    <Suspense fallback={<Loading />}>
      <Screen key={screen.path} {...(screen.screens && { screens: screen.screens })} />
    </Suspense>
  );
}

export const screenRoutes = () => (
  <CustomRoutes>
    {SCREENS.map((screen) => (
      <Route key={screen.path} path={screen.path} element={<ScreenRoot screen={screen} />} />
    ))}
  </CustomRoutes>
);

export function NotFound() {
  const translate = useTranslate();
  return <EmptyState title={translate('app.not_found')} text={translate('app.not_found_text')} />;
}
