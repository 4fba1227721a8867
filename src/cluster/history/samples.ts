/** The newest `size` entries, oldest first; full from the start with `{}`, which is how the history service shows a gap. */
export interface Ring {
  push(sample: string): void;
  all(): readonly string[];
}

export const GAP = '{}';

export function createRing(size: number): Ring {
  const samples = Array.from({ length: size }, () => GAP);
  return {
    push(sample) {
      const last = samples.at(-1);
      // A cluster at rest says the same again and again: its text is kept once.
      samples.push(last === sample ? last : sample);
      samples.shift();
    },
    all: () => samples,
  };
}
