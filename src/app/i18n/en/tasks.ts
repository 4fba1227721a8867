/** Words of the list of tasks of all frameworks. */
export const tasks = {
  title: 'Tasks',
  state: 'State of the tasks',
  states: {
    active: 'Active',
    running: 'Running',
    staging: 'Staging',
    killing: 'Stopping',
    unreachable: 'Unreachable',
    failed: 'Failed',
    finished: 'Finished or stopped',
  },
  said: 'What was said',
  endedBetween: (from: string, to: string) => `Ended between ${from} and ${to}`,
  anyTime: 'Show all of any time',
  remembered: 'Of tasks that ended Mesos remembers the latest 1,000 of each framework.',
  none: 'No such tasks',
  noneAlive: 'A task is here as soon as a framework has launched it.',
  noneAtThatTime: 'None that Mesos still remembers ended so at that time.',
};
