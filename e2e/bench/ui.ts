import { chromium, type Page } from '@playwright/test';
import { cpus, loadavg } from 'node:os';
import config from '../../playwright.config.ts';
import { figureTable, type Figure } from '../../src/server/bench/figures.ts';
import { listenToEvents } from './event-arrivals.ts';
import { keyToPaint, type MainThread, scrollFrames, watchMainThread, whenShown } from './page-probes.ts';
import { startWorldProcess } from './ui-world-process.ts';

// `npm run build && npm run bench:ui [folder of the built pages]`: what the dashboard costs in front of 1,000 agents, 1,000 apps and
// 10,000 tasks with 50 events a second, in a real Chromium. The world runs in a process of its own. It fails when something
// does not work, not when a figure is missed: other programs slow a machine down.

const PAGES = process.argv[2] ?? 'dist';
const FRAME_MS = 1000 / 60;
const IDLE_SECONDS = 15;
const EVENTS = 12;
const LIST = { selector: 'table[aria-rowcount]', attribute: 'aria-rowcount' };
/** Typed letter by letter. A letter counts where it changes how many applications fit. */
const TYPED = ['web-2', 'pay', 'queue-10', 'cache-2', 'team-11', 'dat', 'mail'];

async function measureKeys(page: Page, thread: MainThread): Promise<{ times: number[]; work: number[] }> {
  const times: number[] = [];
  const work: number[] = [];
  const box = page.getByRole('combobox', { name: 'Filter applications' });
  await box.focus();
  for (const text of TYPED) {
    for (const key of text) {
      await thread.work();
      const time = await keyToPaint(page, key, LIST);
      if (time === undefined) continue;
      times.push(time);
      work.push((await thread.work()).all);
    }
    await box.fill('');
    await page.waitForFunction(() => !location.search.includes('filterText'));
  }
  return { times, work };
}

/** From Marathon telling an event to the row that shows it. */
async function measureEvents(page: Page, url: string): Promise<number[]> {
  const times: number[] = [];
  const events = await listenToEvents(url);
  await page.goto(`${url}/marathon/group/shop`);
  const link = page.getByRole('link', { name: /^api( |$)/ });
  await link.waitFor();
  const id = '/shop/api';
  const row = `tr:has(a[href$="shop%2Fapi"])`;
  const before = await (await fetch(`${url}/service/marathon/v2/apps/${id}`)).json();
  for (let n = 1; n <= EVENTS; n++) {
    const instances = Number(before.app.instances) + n;
    const shown = whenShown(page, row, `of ${instances}`);
    const told = events.next(id);
    const response = await fetch(`${url}/service/marathon/v2/apps/${id}?force=true`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ instances }),
    });
    if (!response.ok) throw new Error(`Marathon refused to scale ${id}: ${await response.text()}`);
    times.push((await shown) - (await told));
  }
  events.close();
  return times;
}

const shareOfLongFrames = (frames: readonly number[]): string => {
  const late = frames.filter((ms) => ms > FRAME_MS * 1.5).length;
  const long = frames.filter((ms) => ms > 50).length;
  const fps = (frames.length * 1000) / frames.reduce((sum, ms) => sum + ms, 0);
  return `${fps.toFixed(1)} frames a second; of ${frames.length} frames ${late} came late, ${long} took more than 50 ms`;
};

async function measure(page: Page, url: string): Promise<void> {
  const opened = performance.now();
  await page.goto(`${url}/marathon/apps`);
  await page.locator('a[href$="/group/shop"]').first().waitFor();
  const openMs = performance.now() - opened;
  const thread = await watchMainThread(page);
  const keys = await measureKeys(page, thread);
  // all 1,000 applications in one list: each of them has this label's key
  await page.getByRole('combobox', { name: 'Filter applications' }).fill('team');
  await page.waitForFunction(() => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) > 900);
  const frames = await scrollFrames(page, 'main', { frames: 400, pixels: 60 });
  await thread.work();
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const idle = await thread.work();
  const heapBytes = await thread.heapBytes();
  const events = await measureEvents(page, url);
  const figures: Figure[] = [
    { what: 'A key in the filter, to paint', samples: keys.times, comparedWith: { name: 'budget', budget: 50 }, atMost: 1 },
    { what: 'A key, processor time of the page', samples: keys.work, comparedWith: { name: 'budget', budget: 50 }, atMost: 1 },
    { what: 'A frame while scrolling 1,000 rows', samples: frames, comparedWith: { name: '60 a second', budget: FRAME_MS }, atMost: 1.05 },
    { what: 'An event, to its row', samples: events, comparedWith: { name: 'budget', budget: 100 }, atMost: 1 },
    { what: 'Opening the list', samples: [openMs], comparedWith: { name: 'a second', budget: 1000 } },
  ];
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}\n`);
  console.log(`Scrolling: ${shareOfLongFrames(frames)}.`);
  const share = (ms: number): string => `${(ms / IDLE_SECONDS / 10).toFixed(1)} %`;
  console.log(
    `Idle with 50 events a second: the main thread takes ${share(idle.all)} of a processor (scripts ${share(idle.scripts)}); ` +
      `${(heapBytes / 1024 ** 2).toFixed(1)} MiB of objects are alive.`,
  );
}

const world = await startWorldProcess('busy', PAGES);
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await measure(page, world.url);
} catch (fault) {
  console.error(fault);
  process.exitCode = 1;
} finally {
  await browser.close();
  world.stop();
}
