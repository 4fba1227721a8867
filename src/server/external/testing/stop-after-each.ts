import { afterEach } from 'vitest';

/** Gives back what it is given, and stops it after the test, the latest first. */
export function stopAfterEach(): <Started extends { stop(): Promise<void> }>(started: Started) => Started {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
  });
  return (started) => {
    running.push(started);
    return started;
  };
}
