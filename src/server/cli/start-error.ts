/** The cluster cannot be started as asked. `message` is one line that says why and what to do; exit code 1. */
export class StartError extends Error {
  override name = 'StartError';
}
