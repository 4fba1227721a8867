import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** Long enough for the network to have settled. */
const WAIT_MS = 500;

/**
 * Loads a part of the app, and once more when that fails: a browser drops what it is loading when a network interface comes or
 * goes, which each container that starts on this machine does.
 */
export async function loadAgain<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    return load();
  }
}

/** A component whose code comes when it is first shown. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => loadAgain(load));
}
