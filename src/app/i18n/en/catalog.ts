/** Words of the catalog. */
export const catalog = {
  title: 'Catalog',
  intro: 'Small things that are ready to run. Choosing one fills in a form, in which everything can still be changed.',
  kinds: { app: 'Application', job: 'Job' },
  configure: 'Configure',
  configureName: (name: string) => `Configure ${name}`,
  find: 'Find in the catalog',
  noMatch: (text: string) => `Nothing in the catalog matches “${text}”`,
  needs: 'Needs',
  nothingNeeded: 'Nothing: a command of the agent.',
  image: (image: string) => `The container image ${image}, which the agent pulls when it starts the first instance.`,
  builtHere: (image: string) =>
    `Where no registry can be reached, start the cluster with --image ${image}: it is made from this computer’s own programs.`,
  packages: {
    redis: {
      title: 'Redis',
      description: 'A key-value store in a container, with its port given to the agent and checked.',
    },
    nginx: {
      title: 'nginx',
      description: 'A web server with two instances behind one address, and a health check over HTTP.',
    },
    sleeper: {
      title: 'Sleeper',
      description: 'Writes the time every five seconds and does nothing else: for a look at instances, logs and files.',
    },
    'crash-looper': {
      title: 'Crash looper',
      description: 'Ends with an error after five seconds, again and again: for a look at delays, failures and the Debug page.',
    },
    'cron-demo': {
      title: 'Cron demo',
      description: 'A job that says the time once a minute: for a look at schedules, runs and their logs.',
    },
  },
};
