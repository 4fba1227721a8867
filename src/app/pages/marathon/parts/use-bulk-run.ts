import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { destroyedStore } from '../../../live/destroyed-store.ts';
import { formerInstances } from '../../../live/former-instances.ts';
import { sendAppAction } from '../../../live/marathon-actions.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { destroyedApp } from '../../../live/recreate.ts';
import type { BulkAction } from '../../../paths.ts';
import { type Progress, runAll } from '../rules/run-all.ts';

/** A few at a time: each begins a deployment, which Marathon plans one after the other anyway. */
const AT_A_TIME = 4;

export type BulkRun = { phase: 'asking' } | ({ phase: 'running' | 'ended'; all: number } & Progress<AppSummary>);

export interface BulkWish {
  action: BulkAction;
  apps: readonly AppSummary[];
  /** For `scale`. */
  instances: number | undefined;
  /** Stops deployments that are in the way. */
  force: boolean;
}

/** Does one thing to many apps and tells how far it is. `stop` (and leaving the dialog) begins no more. */
export function useBulkRun(onDone: (apps: readonly AppSummary[]) => void) {
  const client = useQueryClient();
  const [run, setRun] = useState<BulkRun>({ phase: 'asking' });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = async (wish: BulkWish): Promise<void> => {
    const stop = new AbortController();
    stopper.current = stop;
    const all = wish.apps.length;
    setRun({ phase: 'running', all, ended: 0, failures: [] });
    const end = await runAll(wish.apps, (app) => send(client, wish, app), {
      atATime: AT_A_TIME,
      onProgress: (progress) => setRun({ phase: 'running', all, ...progress }),
      signal: stop.signal,
    });
    setRun({ phase: 'ended', all, ...end });
    if (end.failures.length === 0 && end.ended === all) onDone(wish.apps);
  };
  return { run, start, stop: () => stopper.current?.abort() };
}

async function send(client: QueryClient, { action, instances = 0, force }: BulkWish, app: AppSummary): Promise<void> {
  const { id } = app;
  if (action === 'destroy') {
    await sendAppAction(client, { kind: 'destroy', id });
    return destroyedStore.add(destroyedApp(app, Date.now()));
  }
  if (action === 'restart') return sendAppAction(client, { kind: 'restart', id, force });
  const wanted = { scale: () => instances, suspend: () => 0, resume: async () => (await formerInstances(id)) ?? 1 }[action];
  return sendAppAction(client, { kind: 'scale', id, instances: await wanted(), force });
}
