import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { ContainerOutcome, ContainerSpec, ContainerUpdate } from '../../../cluster/executor/containerizer.ts';

type Running = Extract<ContainerUpdate, { type: 'running' }>;

/** A container under test: what it reported so far, and promises of what is to come. */
export interface WatchedRun {
  spec: ContainerSpec;
  updates: ContainerUpdate[];
  running: Promise<Running>;
  ended: Promise<ContainerOutcome>;
  /** Resolves when the task has made this file in its sandbox. */
  file(name: string): Promise<void>;
}

/** Resolves when the file is there. The watch begins before the first look, so nothing is missed. */
export function fileAppears(directory: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(directory, () => look());
    const look = (): void => {
      if (!existsSync(join(directory, name))) return;
      watcher.close();
      resolve();
    };
    look();
  });
}

export function watchRun(spec: ContainerSpec, begin: (report: (update: ContainerUpdate) => void) => void): WatchedRun {
  const updates: ContainerUpdate[] = [];
  const running = Promise.withResolvers<Running>();
  const ended = Promise.withResolvers<ContainerOutcome>();
  begin((update) => {
    updates.push(update);
    if (update.type === 'running') running.resolve(update);
    if (update.type === 'ended') ended.resolve(update.outcome);
  });
  return { spec, updates, running: running.promise, ended: ended.promise, file: (name) => fileAppears(spec.sandbox, name) };
}
