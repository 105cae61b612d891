import { QueryClient } from '@tanstack/react-query';
import { isKontorError } from '@kontor/sdk';
import { Admin, localStorageStore, type I18nProvider } from 'react-admin';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { authProvider } from './auth/auth-provider';
import { SignInPage } from './auth/sign-in-page';
import { kontorErrorOf } from './api/errors';
import { dataProvider } from './data/data-provider';
import { Layout } from './layout/layout';
import { NotFound, screenRoutes } from './routes';
import { darkTheme, lightTheme } from './theme';

const store = localStorageStore('1', 'kontor');

// The SDK repeats calls itself. Any 403 may mean that a role was narrowed, or now requires a second factor.
const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true, staleTime: 5_000 } },
});
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type !== 'updated' || query.state.status !== 'error') return;
  const error = kontorErrorOf(query.state.error);
  const isNarrowed = isKontorError(error, 'permission-missing') || isKontorError(error, 'totp-setup-required');
  if (isNarrowed && query.queryKey[0] !== 'access') void queryClient.invalidateQueries({ queryKey: ['access'] });
});

const App = ({ i18nProvider }: { readonly i18nProvider: I18nProvider }) => (
  <Admin
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
    layout={Layout}
    loginPage={SignInPage}
    catchAll={NotFound}
    title="Kontor"
    requireAuth
    disableTelemetry
  >
    {screenRoutes()}
  </Admin>
);

export function Root({ i18nProvider }: { readonly i18nProvider: I18nProvider }) {
  const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} /> }], {
    basename: '/admin',
  });
  return <RouterProvider router={router} />;
}
