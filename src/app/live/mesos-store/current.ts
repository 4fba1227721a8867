import type { MesosState } from './mesos-state.ts';

let state: MesosState | undefined;

/** What the master's stream has told, while it tells; undefined while there is no stream, so that whoever wants to know has to ask. */
export const mesosStore = {
  current: (): MesosState | undefined => state,
  set: (next: MesosState | undefined): void => void (state = next),
};

/** What a query of Mesos has to do with the stream. */
export interface StreamMeta extends Record<string, unknown> {
  /** The query's answer as the stream knows it; undefined when it does not know yet. What has not changed has to be the same object. */
  view?: (state: MesosState) => unknown;
  /** Milliseconds after which the query is to be asked again for what the stream does not tell; by its data. */
  rereadMs?: (data: unknown) => number;
}
