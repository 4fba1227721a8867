import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { App } from './app/App.tsx';
import { startLanguage } from './app/i18n/start-language.ts';
import './app/styles.css';
import { applyDensity } from './app/util/density.ts';

// zod compiles its checks with `new Function` where it may; the content security policy forbids it and reports every try.
config({ jitless: true });

async function start(): Promise<void> {
  if (import.meta.env.MODE === 'mocks') {
    const { startMocks } = await import('../mocks/browser.ts');
    await startMocks();
  }
  if (/^#(\/|jobs\/)/.test(location.hash)) (await import('./app/util/old-links.ts')).followOldLink(location, history);
  applyDensity();
  await startLanguage();
  const root = document.querySelector('#root');
  if (!root) throw new Error('index.html has no element #root to draw into.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
