import { Argument, Command, InvalidArgumentError } from 'commander';
import path from 'node:path';
import { unitActionSchema } from '../../api/machines/cluster.ts';
import { defaultStateDirectory } from '../cli/options.ts';
import { destroy, halt, up } from './change-machines.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import type { CommandContext } from './context.ts';
import { doctor } from './doctor.ts';
import { exec } from './exec.ts';
import { names } from './names.ts';
import { openPage, PAGES, type PageName } from './open-page.ts';
import { listSnapshots, reset, restore, snapshot } from './state-commands.ts';
import { status } from './status.ts';
import { stopServer } from './stop-server.ts';
import type { Terminal } from './terminal.ts';
import { actOnUnit, logs } from './units.ts';

const EXIT_CODES = `
Exit codes: 0 it is so now, 1 it was tried and failed, 2 the command line is wrong, 3 the cluster is not running,
4 the cluster refuses it and nothing was changed. exec has that of the command it runs.`;

const DEFAULT_PORT = 5080;

export interface ProgramOptions {
  terminal: Terminal;
  /** What follows `--`: the options of `npm start` for `up`, the command of `exec`. */
  rest: readonly string[];
  exitWith: (code: number) => void;
}

/** The commands, as commander parses them. Each action throws CommandError. */
export function createProgram({ terminal, rest, exitWith }: ProgramOptions): Command {
  const program = new Command('dcos-local')
    .description('Brings the local DC/OS cluster up and down, and tells how it is.')
    .option('--state <directory>', 'where the cluster keeps its state', process.env['DCOS_LOCAL_STATE'] ?? defaultStateDirectory())
    .option('--timeout <seconds>', 'how long to wait for what is begun', seconds, 300)
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), outputError: () => {} });
  const context = (): CommandContext => ({ terminal, state: path.resolve(program.opts<{ state: string }>().state) });
  const timeoutMs = (): number => program.opts<{ timeout: number }>().timeout * 1000;
  const parts: Parts = { program, context, timeoutMs };
  addMachineCommands(parts, rest);
  addUnitCommands(parts);
  addStateCommands(parts);
  program
    .command('exec <machine>')
    .summary('run a command as on a machine')
    .description('Runs what follows -- on this host, in the directory of the machine, with its name and addresses in the environment.')
    .action(async (machine: string) => exitWith(await exec(context(), machine, rest)));
  program
    .command('completion')
    .description('print a script that makes a shell complete commands and names')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action((shell: Shell) => terminal.out(completionScript(shell, program)));
  program.command('names <command>', { hidden: true }).action((command: string) => names(context(), command));
  return program;
}

interface Parts {
  program: Command;
  context: () => CommandContext;
  timeoutMs: () => number;
}

function addMachineCommands({ program, context, timeoutMs }: Parts, rest: readonly string[]): void {
  program
    .command('up [machines...]')
    .summary('bring machines up, and the cluster where it does not run')
    .description(
      'Brings machines up: all, or those named. Starts the cluster when it does not run, with the options of npm start that follow --. A name that is not known, as a2 or p2, is a new agent.',
    )
    .action((machines: string[]) => up(context(), machines, { timeoutMs: timeoutMs(), startArgs: rest }));
  program
    .command('halt [machines...]')
    .description('stop machines and end their tasks; their disks stay')
    .action((machines: string[]) => halt(context(), machines, timeoutMs()));
  program
    .command('destroy <machines...>')
    .description('stop machines and remove everything on them')
    .option('-f, --force', 'without a question')
    .action((machines: string[], { force = false }: { force?: boolean }) =>
      destroy(context(), machines, { force, timeoutMs: timeoutMs() }),
    );
  program
    .command('status')
    .description('tell how the machines are')
    .option('--json', 'for programs')
    .action(({ json = false }: { json?: boolean }) => status(context(), { json }));
  program
    .command('open')
    .description('show a dashboard in the browser, and print its address')
    .addArgument(new Argument('[page]').choices(Object.keys(PAGES)).default('ui'))
    .action((page: PageName) => openPage(context(), page));
  program
    .command('doctor')
    .description('look at all that a cluster needs, and say what mends what is wrong')
    .option('--port <number>', 'the port that the cluster would take', Number, DEFAULT_PORT)
    .option('--config <file>', 'machines to bring up, in the format of VagrantConfig.yaml')
    .action((options: { port: number; config?: string }) => doctor(context(), options));
}

function addUnitCommands({ program, context }: Parts): void {
  program
    .command('logs <unit@machine>')
    .description('print what a component said lately, as marathon@m1')
    .option('-f, --follow', 'go on with what it says')
    .action((unit: string, { follow = false }: { follow?: boolean }) => logs(context(), unit, { follow }));
  program
    .command('stop [unit@machine]')
    .summary('stop the whole cluster, or one component')
    .description(
      'Stops the whole cluster; tasks go on as it was started to have it. With unit@machine: that component, until it or its machine is started.',
    )
    .action((unit: string | undefined) => (unit === undefined ? stopServer(context()) : actOnUnit(context(), 'stop', unit)));
  const about = {
    start: 'start a component that was stopped',
    crash: 'kill a component; it is started again after 5 s',
    restart: 'stop a component and start it again',
  };
  for (const action of unitActionSchema.options)
    if (action !== 'stop')
      program
        .command(`${action} <unit@machine>`)
        .description(about[action])
        .action((unit: string) => actOnUnit(context(), action, unit));
}

function addStateCommands({ program, context, timeoutMs }: Parts): void {
  program
    .command('snapshot [name]')
    .description('keep the state of the cluster, to come back to')
    .option('--list', 'print those that there are')
    .action((name: string | undefined, { list = false }: { list?: boolean }) =>
      list ? listSnapshots(context()) : snapshot(context(), name ?? new Date().toISOString().replaceAll(':', '-'), timeoutMs()),
    );
  program
    .command('restore <name>')
    .description('bring a snapshot back; what runs now is ended')
    .action((name: string) => restore(context(), name, timeoutMs()));
  program
    .command('reset')
    .description('end all tasks and forget everything, save the snapshots')
    .option('-f, --force', 'really')
    .action(({ force = false }: { force?: boolean }) => reset(context(), { force, timeoutMs: timeoutMs() }));
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Say a number of seconds.');
  return value;
}
