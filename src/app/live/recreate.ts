import type { QueryClient } from '@tanstack/react-query';
import { definitionOfApp } from './app-definition.ts';
import type { Destroyed } from './destroyed-list.ts';
import { destroyedStore } from './destroyed-store.ts';
import { createGroup, type GroupDocument } from './group-actions.ts';
import { createApp, isLocked } from './marathon-actions.ts';

/** The destroying deployment holds the id until the last instance is gone; grace periods are rarely longer. */
const PATIENCE_MS = 60_000;
const EVERY_MS = 1_000;

/** Notes an app before it is destroyed. */
export function destroyedApp(app: Record<string, unknown> & { id: string }, at: number): Destroyed {
  return { kind: 'app', id: app.id, at, document: newDefinition(app) };
}

/** Notes a group with all that is in it before it is destroyed. */
export function destroyedGroup(group: GroupDocument, at: number): Destroyed {
  return { kind: 'group', id: group.id, at, document: groupDefinition(group) };
}

/** A printed group as the body that makes it what it is: without versions and states. */
export function groupDefinition({ id, dependencies, apps, groups }: GroupDocument): Record<string, unknown> & { id: string } {
  return { id, dependencies, apps: apps.map(newDefinition), groups: groups.map(groupDefinition) };
}

/** A printed app as the body of a new one: without its version, and older Marathons refuse what they print twice (uris and fetch). */
function newDefinition<App extends Record<string, unknown>>(app: App): App {
  const { version: _, uris, ports, ...definition } = definitionOfApp(app);
  const mirrored = { ...(isFilled(definition['fetch']) ? {} : { uris }), ...(isFilled(definition['portDefinitions']) ? {} : { ports }) };
  return { ...definition, ...withoutUnset(mirrored) } as unknown as App;
}

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
const withoutUnset = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Creates again what was destroyed, as soon as the deployment that destroys it has ended. Throws ApiError. */
export async function recreate(client: QueryClient, entry: Destroyed): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      if (entry.kind === 'app') await createApp(client, entry.document);
      else await createGroup(client, entry.document);
      destroyedStore.remove(entry);
      return;
    } catch (error) {
      if (!isLocked(error) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}
