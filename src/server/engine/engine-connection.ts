import type Dockerode from 'dockerode';
import type { Clock } from '../../cluster/kernel/clock.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import type { RunningEngine } from './engine.ts';
import { engineMessage, isUnreachable } from './engine-faults.ts';

const RETRY_MS = 500;

/** The part of an engine that running containers needs. */
export type EngineAccess = Pick<RunningEngine, 'docker' | 'socket' | 'ready' | 'isStopping'>;

/** The engine as the containers see it: it may still be starting, go away, and come back. */
export class EngineConnection {
  readonly docker: Dockerode;
  readonly #engine: EngineAccess;
  readonly #clock: Clock;
  readonly #log: Log;
  #away = false;

  constructor(engine: EngineAccess, clock: Clock, log: Log) {
    this.docker = engine.docker;
    this.#engine = engine;
    this.#clock = clock;
    this.#log = log;
    // Whoever launches a container is told; nobody has to be listening before that.
    engine.ready.catch((fault: unknown) => log.error(engineMessage(fault)));
  }

  /** Resolves once the engine has come up; rejects with the reason why it did not. */
  get ready(): Promise<void> {
    return this.#engine.ready;
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve));
  }

  /** Repeats the call for as long as the engine cannot be reached. Other faults are the caller's. */
  async persist<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await call();
        this.#isBack();
        return result;
      } catch (fault) {
        if (!isUnreachable(fault)) throw fault;
        this.#isAway(fault);
        await this.pause(RETRY_MS);
      }
    }
  }

  /** The fault of a launch, in words that help. */
  explain(fault: unknown): string {
    if (!isUnreachable(fault)) return engineMessage(fault);
    const help = 'Start it again (for Docker as a service: `systemctl start docker`); the task is then tried again';
    return `the container engine at ${this.#engine.socket} cannot be reached (${engineMessage(fault)}). ${help}`;
  }

  #isAway(fault: unknown): void {
    if (this.#away || this.#engine.isStopping()) return;
    this.#away = true;
    this.#log.warn(
      `The container engine at ${this.#engine.socket} is away (${engineMessage(fault)}). Its containers are kept as they were; trying again.`,
    );
  }

  #isBack(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#log.info(`The container engine at ${this.#engine.socket} is back.`);
  }
}
