import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** Long enough for the network to have settled. */
const WAIT_MS = 500;

const ANSWER_MS = 3_000;

/** Whether the server of the pages is there; a proxy in front of one that is gone answers with a fault of its own. */
async function serverAnswers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    return (await fetch(`${import.meta.env.BASE_URL}icon.svg`, { method: 'HEAD', cache: 'no-store', signal })).status < 500;
  } catch {
    return false;
  }
}

/**
 * Loads a part of the app, and once more when that fails: a browser drops what it is loading when a network interface comes or
 * goes, which each container that starts on this machine does. While the server is away the part is waited for: a page that says so
 * must not break for want of it.
 */
export async function loadAgain<T>(load: () => Promise<T>, isThere = serverAnswers): Promise<T> {
  try {
    return await load();
  } catch {
    do await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    while (!(await isThere()));
    return load();
  }
}

/** A component whose code comes when it is first shown. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => loadAgain(load));
}
