/** Words of the log viewer. */
export const logs = {
  title: (task: string) => `Log of ${task}`,
  file: 'File',
  both: 'stdout and stderr',
  content: (files: string) => `Contents of ${files}`,
  follow: 'Follow',
  wrap: 'Wrap lines',
  times: 'Times',
  download: 'Download',
  downloadFile: (file: string) => `Download ${file}`,
  jump: 'Jump to the end',
  empty: (file: string) => `Nothing has been written to ${file} yet.`,
  failed: 'The log cannot be read now',
  fileGone: 'The agent has no such file: it has not been written yet, or was removed.',
  retry: 'Read again',
  failedPart: (file: string) => `${file} cannot be read now`,
  unknownTask: 'The log of this task is not known any more.',
  unknownTaskHint: 'The agent keeps the files of a task for some time after its end.',
  notStarted: 'The task has no sandbox yet. Its log appears here as soon as it has.',

  // where in the file one is
  part: (start: string, end: string, size: string) => `${start} to ${end} of ${size}`,
  last: (shown: string, size: string) => `The last ${shown} of ${size}`,
  whole: (size: string) => `The whole file, ${size}`,
  loadingEarlier: 'Reading earlier lines …',
  loadingLater: 'Reading later lines …',
  toStart: 'Jump to the beginning',
  linkTo: (offset: string) => `Link to the line at byte ${offset}`,
  unzoned: 'The line names no time zone; it is taken as UTC.',

  // what a screen reader is told
  nowFollowing: 'Following: new lines appear as they are written.',
  nowPaused: 'Paused: new lines are not shown.',

  // search
  search: 'Search the log',
  regex: 'Regular expression',
  matchCase: 'Match case',
  older: 'Older match (Enter)',
  newer: 'Newer match',
  fitting: (lines: number) => (lines === 1 ? '1 line' : `${lines} lines`),
  noMatch: 'No line of what is shown fits.',
  matches: (current: number, all: number) => `${current} of ${all} lines`,
  invalid: (message: string) => `This is not a regular expression: ${message}`,
  runaway:
    'The expression took longer than two seconds and was stopped. It repeats something that repeats itself, such as (a+)+: write it without.',
  searchBack: 'Search further back',
  searchOn: 'Search further on',
  searchProgress: 'Progress of the search',
  searching: (searched: string, all: string) => `Searched ${searched} of ${all}`,
  cancelSearch: 'Stop searching',
  foundNothing: (searched: string) => `No line in the other ${searched} fits.`,
  searchFailed: 'The search stopped',

  // several files at once
  merged:
    'Lines above were there already: in the order of their times, file by file where they have none. Lines below come in the order in which they arrive, looked for about once a second.',
  mergedBefore: {
    more: 'Earlier lines come as one scrolls up. The search goes further back when one file is shown alone.',
    nothing: 'All files are shown from their beginning.',
    full: 'No more earlier lines are shown together. One file alone can be read back to its beginning.',
  },
  addInstance: 'Add an instance …',
  instances: 'Instances that are shown',
  removeInstance: (name: string) => `Hide ${name}`,
  tooMany: (most: number) => `At most ${most} instances are shown together.`,
};
