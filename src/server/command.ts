import { CommanderError } from 'commander';
import { CommandError, EXIT } from './command/command-error.ts';
import { createProgram } from './command/program.ts';
import { createTerminal } from './command/terminal.ts';

const terminal = createTerminal(process.stdout, process.stderr, process.env);
const args = process.argv.slice(2);
const separator = args.indexOf('--');
const own = separator === -1 ? args : args.slice(0, separator);
const rest = separator === -1 ? [] : args.slice(separator + 1);
const exitWith = (code: number): void => {
  process.exitCode = code;
};

try {
  await createProgram({ terminal, rest, exitWith }).parseAsync(own, { from: 'user' });
} catch (fault) {
  if (fault instanceof CommanderError) {
    if (fault.exitCode !== 0) terminal.note(`${fault.message.replace(/^error: /, '')} (dcos-local --help lists the commands)`);
    exitWith(fault.exitCode === 0 ? EXIT.ok : EXIT.usage);
  } else if (fault instanceof CommandError) {
    terminal.note(terminal.paint('red', fault.message));
    if (fault.remedy !== undefined) terminal.note(`  ${terminal.paint('bold', fault.remedy)}`);
    exitWith(fault.exitCode);
  } else throw fault;
}
