import { readFileSync } from 'node:fs';

// What a browser loads before a page is useful: the entry, the page's own chunk, and everything that these import.
const manifest = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));

function files(name, seen = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the build`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) files(imported, seen);
  return seen;
}

const load = (name, ...chunks) => ({
  name,
  path: [...chunks.reduce((seen, chunk) => files(chunk, seen), files('index.html'))]
    .filter((file) => file.endsWith('.js'))
    .map((file) => `dist/${file}`),
  gzip: true,
  limit: '170 kB',
});

export default [
  load('first load of the Dashboard', 'src/app/pages/dcos/DashboardPage.tsx'),
  load('first load of Applications', 'src/app/pages/marathon/MarathonLayout.tsx', 'src/app/pages/marathon/ApplicationsPage.tsx'),
];
