import type { QueryClient } from '@tanstack/react-query';
import { ApiError, request } from '../util/http.ts';
import { encodeId, MARATHON_API, marathonKeys } from './marathon-queries.ts';

/** Forgets how long an app's next launch was to wait. */
export async function resetDelay(client: QueryClient, appId: string): Promise<void> {
  try {
    await request(`${MARATHON_API}/queue${encodeId(appId)}/delay`, { method: 'DELETE' });
  } catch (error) {
    // it waits no more: its next instance has been launched since
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
  } finally {
    void client.invalidateQueries({ queryKey: marathonKeys.queue });
  }
}
