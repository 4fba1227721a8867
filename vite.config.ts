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

/** Where most visits begin. Each of these loads only what it needs, but in few files: many small ones pack badly and each costs a request. */
const STARTS: readonly [name: string, modules: RegExp][] = [
  ['first', /\/src\/main\.tsx$/],
  ['dashboard', /\/pages\/dcos\/DashboardPage\.tsx$/],
  ['services', /\/pages\/dcos\/ServicesPage\.tsx$/],
  ['nodes', /\/pages\/dcos\/NodesPage\.tsx$/],
  ['marathon', /\/pages\/marathon\/(MarathonLayout|ApplicationsPage)\.tsx$/],
  ['mesos', /\/pages\/mesos\/(MesosLayout|OverviewPage)\.tsx$/],
  ['jobs', /\/pages\/chronos\/(ChronosLayout|JobsPage)\.tsx$/],
];

const startOf = (id: string): string | undefined => STARTS.find(([, modules]) => modules.test(id))?.[0];

/**
 * The chunk of a module: what the same starts load is one, and what the very first of them loads is there for all. A module that none of
 * them loads, and the page itself that one begins with, are left where they are.
 */
function chunkOf(id: string, modules: Modules): string | null {
  if (!/\.[mc]?[jt]sx?$/.test(id)) return null;
  const seen = new Set([id]);
  const starts = new Set<string>();
  for (const module of seen) {
    const start = startOf(module);
    if (start !== undefined) starts.add(start);
    for (const importer of modules.getModuleInfo(module)?.importers ?? []) seen.add(importer);
  }
  if (starts.has('first')) return 'first';
  return starts.size === 0 || startOf(id) !== undefined ? null : [...starts].toSorted().join('-');
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
      rolldownOptions: {
        // what chunkOf says is complete: whatever a module needs is loaded by the same starts or more
        preserveEntrySignatures: 'allow-extension',
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] } },
      },
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
