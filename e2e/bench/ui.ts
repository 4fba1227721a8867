import { chromium, type Browser } from '@playwright/test';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import config from '../../playwright.config.ts';
import { type Goals, GOALS, type Line, lineTable } from './goals.ts';
import { meterCost, openWindow, timeToContent } from './page-cost.ts';
import { keyTimes, scrollTimes } from './ui-keys.ts';
import { startWorldProcess } from './ui-world-process.ts';

// `npm run build && npm run bench:ui -- [--world busy|huge] [--pages FOLDER] [--url URL] [--query QUERY] [--idle SECONDS] [--only /nodes,/mesos] [--soak]`:
// what the dashboard costs in a real Chromium, in front of a world in a process of its own; with --url in front of whatever is there (a
// server with `--mesos …`; the static demo, with `--query '?scenario=busy'`). --soak: an hour of the world in three minutes. It fails
// when something does not work, not when a figure is missed: other programs slow a machine down.

const { values: options } = parseArgs({
  options: {
    world: { type: 'string', default: 'busy' },
    pages: { type: 'string', default: 'dist' },
    url: { type: 'string' },
    query: { type: 'string', default: '' },
    idle: { type: 'string', default: '30' },
    only: { type: 'string' },
    soak: { type: 'boolean', default: false },
  },
});
const goals: Goals = GOALS[options.world === 'huge' ? 'huge' : 'busy'];
const SOAK_SPEED = 20;
const SOAK_MINUTES = 3;

/** The first useful content of each page. */
const PAGES: readonly { path: string; content: string }[] = [
  { path: '/', content: 'main a[href*="tasks"]' },
  { path: '/nodes', content: 'main table tbody a' },
  { path: '/services', content: 'main table tbody a' },
  { path: '/marathon/apps', content: 'a[href$="/group/shop"]' },
  { path: '/mesos', content: 'main table tbody a' },
  { path: '/jobs', content: 'main table tbody a' },
];
const measured = PAGES.filter(({ path }) => options.only?.split(',').includes(path) ?? true);
const APPLICATIONS = '/marathon/apps';
/** What comes after the first content, such as the snapshot of a stream, is over by then. */
const SETTLED_SECONDS = 8;
const OPENED = 3;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** One page, opened by a browser that has never been there: as a new visitor sees it. */
async function measure(browser: Browser, origin: string, { path, content }: (typeof PAGES)[number]): Promise<Line[]> {
  const times: number[] = [];
  for (let n = 1; n < OPENED; n++) {
    const visit = await openWindow(browser);
    times.push(await timeToContent(visit, `${origin}${path}${options.query}`, content));
    await visit.context().close();
  }
  const page = await openWindow(browser);
  const meter = await meterCost(page);
  times.push(await timeToContent(page, `${origin}${path}${options.query}`, content));
  const lines: Line[] = [{ page: path, what: 'first useful content, ms', figure: median(times), goal: goals.contentMs }];
  await pause(SETTLED_SECONDS);
  const cost = await meter.during(Number(options.idle));
  lines.push(
    { page: path, what: 'processor, s a minute', figure: cost.cpuSeconds, goal: goals.cpuSecondsAMinute },
    { page: path, what: '… of it scripts', figure: cost.scriptSeconds },
    { page: path, what: 'network, MB a minute', figure: cost.networkBytes / 1e6, goal: goals.megabytesAMinute },
    { page: path, what: 'heap, MB', figure: cost.heapBytes / 1e6, goal: goals.heapMegabytes },
  );
  if (path === APPLICATIONS) {
    const keys = await keyTimes(page);
    const frames = await scrollTimes(page);
    lines.push(
      { page: path, what: 'a key in the filter, median ms', figure: median(keys), goal: goals.keyMedianMs },
      { page: path, what: '… the slowest of them', figure: Math.max(...keys), goal: goals.keyMostMs },
      {
        page: path,
        what: 'scrolling, frames a second',
        figure: (frames.length * 1000) / frames.reduce((sum, ms) => sum + ms, 0),
        goal: goals.framesASecond,
        least: true,
      },
      { page: path, what: '… the longest frame, ms', figure: Math.max(...frames) },
    );
  }
  await page.context().close();
  return lines;
}

/** The heap after an hour as a share of that after the first minutes, for each page. */
async function soak(browser: Browser, origin: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { path, content } of measured) {
    const page = await openWindow(browser);
    const meter = await meterCost(page);
    await timeToContent(page, `${origin}${path}`, content);
    await pause(SETTLED_SECONDS);
    const { heapBytes: begun } = await meter.during(10);
    const { heapBytes: ended } = await meter.during(SOAK_MINUTES * 60);
    lines.push({ page: path, what: 'heap after an hour, of that at first', figure: ended / begun, goal: 1.1 });
    console.log(lineTable(lines.slice(-1)));
    await page.context().close();
  }
  return lines;
}

const world = options.url === undefined ? await startWorldProcess(options.world, options.pages, options.soak ? SOAK_SPEED : 1) : undefined;
const origin = world?.url ?? options.url ?? '';
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const lines: Line[] = [];
  if (options.soak) lines.push(...(await soak(browser, origin)));
  else for (const page of measured) lines.push(...(await measure(browser, origin, page)));
  const [load = 0] = loadavg();
  console.log(`${options.world} at ${origin}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
  console.log(lineTable(lines));
} catch (fault) {
  console.error(fault);
  process.exitCode = 1;
} finally {
  await browser.close();
  world?.stop();
}
