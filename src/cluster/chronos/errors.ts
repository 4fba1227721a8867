/** A request that cannot be granted: status and sentence of the answer. Thrown inside, shaped once at the edge. */
export class ChronosError extends Error {
  override name = 'ChronosError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Chronos answers 400 for what it does not know, never 404 (recorded). */
export const noSuchJob = (name: string): ChronosError => new ChronosError(400, `There is no job '${name}'.`);
export const refused = (message: string): ChronosError => new ChronosError(400, message);
