import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import '@fontsource-variable/inter/index.css';
import { createRoot } from 'react-dom/client';
import { Root } from './app';
import { loadI18n } from './i18n';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;
const cache = createCache({ key: 'css', ...(nonce && { nonce }) });

const i18nProvider = await loadI18n();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <CacheProvider value={cache}>
      <Root i18nProvider={i18nProvider} />
    </CacheProvider>,
  );
