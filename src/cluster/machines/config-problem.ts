/** What is wrong (or doubtful) in a VagrantConfig.yaml, and where. */
export interface ConfigProblem {
  /** Counts from 1; 0 for what is not in the file (a machine name that was asked for). */
  line: number;
  machine?: string;
  key?: string;
  message: string;
}

/** `VagrantConfig.yaml:3: a1.memory-reserved: …`, one line, for a terminal. */
export function describeProblem(problem: ConfigProblem, file: string): string {
  const where = problem.line > 0 ? `${file}:${problem.line}: ` : '';
  const what = [problem.machine, problem.key].filter((part) => part !== undefined).join('.');
  return `${where}${what && `${what}: `}${problem.message}`;
}
