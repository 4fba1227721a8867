/** Exit codes of the commands; the same for all of them. */
export const EXIT = {
  /** What was asked for is so now. */
  ok: 0,
  /** It was tried and did not succeed. */
  failed: 1,
  /** The command line cannot be obeyed. */
  usage: 2,
  /** No server runs that could be asked. */
  notRunning: 3,
  /** The cluster refuses it, and nothing was changed. */
  refused: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command did not succeed. `message` is for the user; `remedy` is the command that helps. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: ExitCode;
  readonly remedy: string | undefined;
  constructor(message: string, exitCode: ExitCode = EXIT.failed, remedy?: string) {
    super(message);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}

export const notRunning = (): CommandError => new CommandError('The cluster is not running.', EXIT.notRunning, 'dcos-local up');
