import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { isForCluster } from './for-cluster.ts';
import { chosenScenario, keepSnapshot, keptSnapshot } from './kept-world.ts';
import { createWorld } from './scenarios/create-world.ts';
import { createWorldRouter } from './world-router.ts';

/**
 * Starts a cluster in the page and lets it answer what the page asks. Which one says `?scenario=`; it outlives a reload, within the
 * tab. Needs service workers: https, or http on localhost.
 */
export async function startMocks(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('The demo needs a service worker, which browsers allow on https and on localhost only. Open it at such an address.');
  }
  const scenario = chosenScenario(location.search, sessionStorage);
  const snapshot = keptSnapshot(scenario, sessionStorage);
  const world = createWorld(scenario, snapshot ? { snapshot } : {});
  const route = createWorldRouter(world, location.hostname);
  addEventListener('pagehide', () => keepSnapshot(scenario, world.store.snapshot(), sessionStorage));

  const base = import.meta.env.BASE_URL;
  const worker = setupWorker(
    http.all(`${location.origin}${base}*`, ({ request }) => {
      const asked = belowBase(request, base);
      const { url, method, headers } = asked;
      return isForCluster({ url, method, accept: headers.get('accept') ?? '' }) ? route(asked) : passthrough();
    }),
  );
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: `${base}mockServiceWorker.js` } });
}

/** The request as the cluster knows it: without the folder that the demo is served from. */
function belowBase(request: Request, base: string): Request {
  if (base === '/') return request;
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(base.length - 1);
  return new Request(url, request);
}
