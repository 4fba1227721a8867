import { CommandError } from './command-error.ts';
import type { CommandContext } from './context.ts';
import { CHECKS, type Finding } from './doctor-checks.ts';
import { findServer } from './server-api.ts';
import type { Terminal } from './terminal.ts';

/** Looks at all that a cluster needs, and says what is wrong and what mends it. Throws CommandError when something is. */
export async function doctor({ terminal, state }: CommandContext, options: { port: number; config?: string }): Promise<void> {
  const server = await findServer(state);
  const findings = await Promise.all(CHECKS.map(async (check) => check({ state, server, ...options })));
  for (const finding of findings) tell(terminal, finding);
  const failed = findings.filter(({ level }) => level === 'fail').length;
  if (failed > 0) throw new CommandError(`${failed} of ${findings.length} checks failed.`);
}

const MARKS = { ok: ['✔', 'green'], warn: ['!', 'yellow'], fail: ['✘', 'red'] } as const;

function tell(terminal: Terminal, { name, level, message, remedy }: Finding): void {
  const [mark, colour] = MARKS[level];
  terminal.out(`${terminal.paint(colour, mark)} ${name}: ${message}`);
  if (remedy !== undefined) terminal.out(`    ${terminal.paint('bold', remedy)}`);
}
