import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// Holds the rules of docs and design that a compiler or linter does not see: who may import whom, how long files get,
// where time and chance come from, and what a browser test may not do.

const root = path.resolve(import.meta.dirname, '..');

interface Source {
  /** Path from the project's root, with slashes. */
  name: string;
  text: string;
  imports: string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

function read(directory: string): Source[] {
  return readdirSync(path.join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
      return { name: path.relative(root, file).split(path.sep).join('/'), text, imports };
    });
}

const sources = [...read('src'), ...read('mocks'), ...read('e2e')];
const isTest = (name: string): boolean => /\.(test|spec)\.tsx?$|\.test-support\.ts$|^e2e\//.test(name);
const product = sources.filter(({ name }) => !isTest(name));

/** The project file that an import names, or the name of the package. */
function target(source: Source, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(source.name), specifier)) : specifier;
}

const area = (name: string): string =>
  /^(src\/(?:api|cluster|adminrouter|server|app)|mocks\/scenarios|mocks|e2e)\//.exec(name)?.[1] ?? name;

const MAY_IMPORT: Record<string, string[]> = {
  'src/api': ['src/api'],
  'src/cluster': ['src/api', 'src/cluster'],
  'src/adminrouter': ['src/api', 'src/adminrouter'],
  'src/server': ['src/api', 'src/cluster', 'src/adminrouter', 'src/server', 'mocks/scenarios'],
  'src/app': ['src/api', 'src/app'],
  'src/main.tsx': ['src/app', 'mocks'],
  'mocks/scenarios': ['src/api', 'src/cluster', 'mocks/scenarios'],
  mocks: ['src/api', 'src/cluster', 'src/adminrouter', 'mocks', 'mocks/scenarios'],
};

/** Folders of the SPA from the ground up: each may import those before it and itself. */
const APP_LAYERS = [['util', 'i18n'], ['ui'], ['live'], ['tables', 'charts', 'filters', 'components'], ['forms', 'layouts', 'pages'], ['']];
const appLayer = (name: string): number => {
  const folder = /^src\/app\/(?:([^/]+)\/)?[^/]/.exec(name)?.[1] ?? '';
  return APP_LAYERS.findIndex((layer) => layer.includes(folder));
};
/** Files at the top of src/app that any layer may use: the addresses of pages and the data client. */
const APP_COMMON = new Set([
  'src/app/paths.ts',
  'src/app/mesos-paths.ts',
  'src/app/chronos-paths.ts',
  'src/app/exhibitor-paths.ts',
  'src/app/machine-paths.ts',
  'src/app/user-paths.ts',
  'src/app/query.ts',
]);

describe('who may import whom', () => {
  test('holds the table of the design', () => {
    const wrong = product.flatMap((source) =>
      source.imports
        .map((specifier) => target(source, specifier))
        .filter((to) => /^(src|mocks|e2e)\//.test(to) && !MAY_IMPORT[area(source.name)]?.includes(area(to)) && !/\.(css|svg|png)$/.test(to))
        .map((to) => `${source.name} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps Node to the server, React to the pages and msw to the mocks', () => {
    const wrong = product.flatMap((source) =>
      source.imports
        .filter((specifier) => {
          const from = area(source.name);
          if (specifier.startsWith('node:')) return from !== 'src/server';
          if (/^(react|react-dom|react-router|@tanstack|@base-ui)\b/.test(specifier)) return from !== 'src/app' && from !== 'src/main.tsx';
          if (/^msw\b/.test(specifier)) return from !== 'mocks';
          return specifier === 'zod';
        })
        .map((specifier) => `${source.name} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('holds the layers of the SPA, and no page imports a page of another product', () => {
    const wrong = product
      .filter(({ name }) => name.startsWith('src/app/'))
      .flatMap((source) =>
        source.imports
          .map((specifier) => target(source, specifier))
          .filter((to) => to.startsWith('src/app/') && !APP_COMMON.has(to))
          .filter((to) => {
            const pageOf = (name: string): string | undefined => /^src\/app\/pages\/([^/]+)\//.exec(name)?.[1];
            // what is for sharing has folders of its own
            if (/^src\/app\/pages\/marathon\/(parts|rules)\//.test(to) && pageOf(source.name)) return false;
            if (pageOf(source.name) && pageOf(to)) return pageOf(source.name) !== pageOf(to);
            return appLayer(to) > appLayer(source.name);
          })
          .map((to) => `${source.name} imports ${to}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('time and chance', () => {
  test('enter the cluster through the kernel alone', () => {
    const banned =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bset(?:Timeout|Interval)\(|\bcrypto\.(?:randomUUID|getRandomValues)\(|\bperformance\.now\(/;
    const wrong = product
      .filter(({ name, text }) => name.startsWith('src/cluster/') && !name.startsWith('src/cluster/kernel/') && banned.test(text))
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});

describe('sizes', () => {
  // function lengths are held by the linter (max-lines-per-function)
  const lengths = product.map(({ name, text }) => ({ name, lines: text.split('\n').length })).sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)]?.lines ?? 0;

  test('stay readable: half of the files within 90 lines, nine tenths within 250, none over 500', () => {
    expect(at(0.5)).toBeLessThanOrEqual(90);
    expect(at(0.9)).toBeLessThanOrEqual(250);
    expect(lengths.filter(({ lines }) => lines > 500)).toEqual([]);
  });
});

describe('browser tests', () => {
  // Measurements of e2e/bench are no tests: they may watch the clock.
  test('neither sleep nor intercept', () => {
    const wrong = sources
      .filter(
        ({ name, text }) =>
          name.startsWith('e2e/') &&
          !name.startsWith('e2e/bench/') &&
          /waitForTimeout|\.route\(|routeFromHAR|(?<!\.)\bsetTimeout\(/.test(text),
      )
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});

describe('text', () => {
  test('leaves nothing for later and switches no check off', () => {
    const marks = /TODO|FIXME|coming soon|@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/;
    expect(sources.filter(({ name, text }) => name !== 'src/tidy.test.ts' && marks.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
