import type { Browser, CDPSession, Page } from '@playwright/test';

/** What a page that is left open costs. */
export interface Cost {
  /** Seconds of the main thread's processor time, and of it those of scripts, for a minute. */
  cpuSeconds: number;
  scriptSeconds: number;
  /** Bytes as they came over the wire, for a minute. */
  networkBytes: number;
  /** Bytes of objects that are alive at the end. */
  heapBytes: number;
}

export interface CostMeter {
  /** Watches the page for so long. */
  during(seconds: number): Promise<Cost>;
}

/** Measures by the browser's own counters, from before the page is loaded: what other programs do does not count. */
export async function meterCost(page: Page): Promise<CostMeter> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let received = 0;
  session.on('Network.dataReceived', ({ encodedDataLength }) => (received += encodedDataLength));
  const metrics = async (): Promise<Map<string, number>> => {
    const answer = await session.send('Performance.getMetrics');
    return new Map(answer.metrics.map(({ name, value }) => [name, value]));
  };
  return {
    async during(seconds) {
      await session.send('HeapProfiler.collectGarbage');
      const before = await metrics();
      received = 0;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      const after = await metrics();
      const networkBytes = (received * 60) / seconds;
      await session.send('HeapProfiler.collectGarbage');
      const heapBytes = (await metrics()).get('JSHeapUsedSize') ?? 0;
      const aMinute = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 60) / seconds;
      return { cpuSeconds: aMinute('TaskDuration'), scriptSeconds: aMinute('ScriptDuration'), networkBytes, heapBytes };
    },
  };
}

/** Chromium loads parts of its own into each new window, such as what drops down from its address bar: 300 ms of the processor. */
const WINDOW_SETTLES_MS = 2_000;

/** A new window of a browser that has never been at the pages, with nothing else left to do. */
export async function openWindow(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.waitForTimeout(WINDOW_SETTLES_MS);
  return page;
}

/** Milliseconds from the beginning of a navigation to the frame after the first element that `selector` finds. */
export async function timeToContent(page: Page, url: string, selector: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const found = await page.waitForFunction((wanted) => document.querySelector(wanted) !== null && performance.now(), selector, {
    polling: 'raf',
    timeout: 120_000,
  });
  return Number(await found.jsonValue());
}
