import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that makes a shell complete the commands, their options, and the names of machines and units of the running cluster. */
export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.filter((command) => command.name() !== 'names');
  const words = commands.map((command) => ({
    name: command.name(),
    about: command.summary() || command.description(),
    options: command.options.flatMap(({ long }) => long ?? []),
  }));
  return { bash, zsh, fish }[shell](words);
}

interface Words {
  name: string;
  about: string;
  options: string[];
}

/** What `names` prints for a command: units are `unit@machine`. */
const NAMES = 'dcos-local names "$command" 2>/dev/null';

function bash(commands: readonly Words[]): string {
  return [
    '_dcos_local() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}',
    '  COMP_WORDBREAKS=${COMP_WORDBREAKS//@/}',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current"))`,
    '    return',
    '  fi',
    '  if [[ $current == -* ]]; then',
    '    case $command in',
    ...commands.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W '${options.join(' ')}' -- "$current")) ;;`),
    '    esac',
    '    return',
    '  fi',
    `  COMPREPLY=($(compgen -W "$(${NAMES})" -- "$current"))`,
    '}',
    'complete -F _dcos_local dcos-local',
  ].join('\n');
}

function zsh(commands: readonly Words[]): string {
  const escaped = (text: string): string => text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
  return [
    '#compdef dcos-local',
    '_dcos_local() {',
    '  local -a commands names options',
    '  local command=$words[2]',
    '  if (( CURRENT == 2 )); then',
    `    commands=(${commands.map(({ name, about }) => `'${name}:${escaped(about)}'`).join(' ')})`,
    "    _describe 'command' commands",
    '    return',
    '  fi',
    '  case $command in',
    ...commands.map(({ name, options }) => `    ${name}) options=(${options.join(' ')}) ;;`),
    '  esac',
    `  names=(\${(f)"$(${NAMES})"})`,
    '  compadd -- $names $options',
    '}',
    'compdef _dcos_local dcos-local',
  ].join('\n');
}

function fish(commands: readonly Words[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
  return [
    'complete -c dcos-local -f',
    ...commands.flatMap(({ name, about, options }) => [
      `complete -c dcos-local -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
      ...options.map((option) => `complete -c dcos-local -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`),
      `complete -c dcos-local -n '__fish_seen_subcommand_from ${name}' -a '(dcos-local names ${name} 2>/dev/null)'`,
    ]),
  ].join('\n');
}
