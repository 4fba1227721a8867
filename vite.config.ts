import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import type { Plugin, ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { isForCluster } from './mocks/for-cluster.ts';

/** The running cluster that `npm run dev` shows; another than the default by DCOS_URL. */
const CLUSTER_URL = process.env['DCOS_URL'] ?? 'http://127.0.0.1:5080';

/** Passes on what the adminRouter would answer itself or send to a component; the pages and their code stay with Vite. */
const clusterProxy: ProxyOptions = {
  target: CLUSTER_URL,
  changeOrigin: true,
  // The pages come from Vite's port; to the adminRouter they are its own.
  headers: { origin: CLUSTER_URL },
  bypass: ({ url = '/', method = 'GET', headers }) => (isForCluster({ url, method, accept: headers.accept ?? '' }) ? undefined : url),
};

/** A static server knows no page but `/`: many show 404.html for the others, and the app then finds its page by itself. */
const deepLinksOnStaticServers: Plugin = {
  name: 'deep-links-on-static-servers',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html'];
    if (page?.type === 'asset') this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
  },
};

interface Modules {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/** What every page loads first is one chunk: split by who else uses parts of it, it would be forty small ones, which pack badly. */
function firstLoad(id: string, modules: Modules): string | null {
  const seen = new Set<string>();
  const isLoadedByMain = (module: string): boolean => {
    if (module.endsWith('/src/main.tsx')) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return modules.getModuleInfo(module)?.importers.some(isLoadedByMain) ?? false;
  };
  return isLoadedByMain(id) ? 'first' : null;
}

export default defineConfig(({ mode, command }) => {
  const mocks = mode === 'mocks';
  return {
    // our server writes into the page where it is; a static demo is built for its place
    base: mocks || command === 'serve' ? '/' : './',
    plugins: [react(), tailwindcss(), ...(mocks ? [msw({ mode: 'worker-only' }), deepLinksOnStaticServers] : [])],
    server: { host: '127.0.0.1', ...(mocks ? {} : { proxy: { '^/': clusterProxy } }) },
    preview: { host: '127.0.0.1' },
    build: {
      target: 'es2023',
      sourcemap: true,
      manifest: true,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstLoad }] } } },
    },
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts'],
      environment: 'node',
      // only against tests that hang: how long one takes on a busy machine says nothing
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
});
