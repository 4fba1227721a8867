/** A component of a master machine, which is there from its start to its end. */
export interface MasterPart<Running> {
  get: () => Running | undefined;
  start(): void;
  stop(): void;
  /** Ends it without a word to anybody. */
  crash(): void;
}

interface Stoppable {
  stop(): void;
  /** Where that is other than to stop it. */
  crash?(): void;
}

export function createMasterPart<Running extends Stoppable>(begin: () => Running): MasterPart<Running> {
  let running: Running | undefined;
  const end = (how: (part: Running) => void): void => {
    if (running) how(running);
    running = undefined;
  };
  return {
    get: () => running,
    start() {
      running = begin();
    },
    stop: () => end((part) => part.stop()),
    crash: () => end((part) => (part.crash ? part.crash() : part.stop())),
  };
}
