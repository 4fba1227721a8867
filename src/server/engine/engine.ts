import type Dockerode from 'dockerode';

/** A container engine of this machine that speaks Docker's API. */
export interface RunningEngine {
  kind: 'docker' | 'podman';
  docker: Dockerode;
  version: string;
  /** Where it listens, as `DOCKER_HOST` would name it: `unix:///var/run/docker.sock`. */
  socket: string;
  /** True when this product started it (now or before a crash): then a clean exit stops it. */
  startedByUs: boolean;
  /** Resolves once it answers: at once for an engine that ran already. Rejects with a clear message when it did not come up. */
  ready: Promise<void>;
  /** True once `stop` was called for one of ours: that it does not answer any more is then no news. */
  isStopping(): boolean;
  /** Stops it when it was started by us; else does nothing. Containers go on running. */
  stop(): Promise<void>;
}

/** No engine: why, and the exact command that helps. */
export interface NoEngine {
  kind: 'none';
  reason: string;
  remedy: string;
}

export type Engine = RunningEngine | NoEngine;
