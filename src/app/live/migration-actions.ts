import type { QueryClient } from '@tanstack/react-query';
import { request } from '../util/http.ts';
import { refreshApp } from './marathon-queries.ts';

/** Tells the framework that the app `id` runs to go on with its plan: a request to its own address, not to Marathon. */
export async function goOnWithPlan(client: QueryClient, id: string, path: string): Promise<void> {
  await request(path, { method: 'POST' });
  void refreshApp(client, id);
}
