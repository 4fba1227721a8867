import { marathonEvents } from './marathon-event-bus.ts';
import { createNewsFilter, type News, newsOf } from './news.ts';
import { isOwnDeployment } from './own-deployments.ts';

/** What comes together is told together; by then the answer to an own request has told which deployment is one's own. */
const TOGETHER_MS = 1_500;
/** Right after a page is opened it shows what is going on anyway. */
const QUIET_MS = 10_000;

/** Tells of what happens elsewhere, at most once per kind in a while, until the returned function is called. */
export function followNews(tell: (kind: News['kind'], appIds: readonly string[]) => void): () => void {
  const isNew = createNewsFilter();
  const openedAt = Date.now();
  let events: unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    const now = Date.now();
    const news = events.flatMap((event) => newsOf(event, isOwnDeployment)).filter((item) => isNew(item, now));
    events = [];
    if (now - openedAt < QUIET_MS) return;
    for (const [kind, items] of Map.groupBy(news, (item) => item.kind)) tell(kind, [...new Set(items.map(({ appId }) => appId))]);
  };
  const unsubscribe = marathonEvents.subscribe((event) => {
    if (newsOf(event, isOwnDeployment).length === 0) return;
    events.push(event);
    timer ??= setTimeout(flush, TOGETHER_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
