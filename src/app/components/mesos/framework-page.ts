import type { Framework } from '../../live/mesos-frameworks.ts';
import { paths } from '../../paths.ts';
import { withBase } from '../../util/http.ts';

/** Frameworks that have pages of their own in this dashboard: their `webui_url` is often an address inside the cluster. */
const OWN_PAGES: Record<string, string> = { marathon: paths.marathon.apps(), chronos: paths.jobs() };

/** Where a framework's web UI is; undefined without one. Only http and https count: the framework chose the address. */
export function frameworkPage({ name, webUi, state }: Pick<Framework, 'name' | 'webUi' | 'state'>): string | undefined {
  if (state === 'completed') return undefined;
  const own = OWN_PAGES[name];
  if (own !== undefined) return withBase(own);
  return /^https?:\/\//i.test(webUi) ? webUi : undefined;
}
