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
      samples.push(sample);
      samples.shift();
    },
    all: () => samples,
  };
}
