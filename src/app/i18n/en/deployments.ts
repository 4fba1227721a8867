/** Words of the Deployments page. Column names and actions are those of Marathon's own UI. */
export const deployments = {
  find: 'Filter deployments',
  running: 'Running deployments',
  finished: 'Finished deployments',
  finishedHint: 'Seen by this page since it was opened: Marathon itself keeps no list of them.',
  noneFinished: 'None has finished since this page was opened.',
  forget: 'Clear list',
  id: 'Deployment ID',
  affected: 'Affected Applications',
  nothingAffected: 'No application is affected',
  progress: 'Progress',
  steps: 'Steps',
  step: (current: number, total: number) => `Step ${current} of ${total}`,
  stepStates: { done: 'done', now: 'under way', waiting: 'waiting', stopped: 'not done' },
  stepsDone: 'done',
  stepNow: 'under way',
  elapsed: 'Elapsed',
  took: (length: string) => `took ${length}`,
  none: 'No deployment is running',
  noneHint: 'Active deployments will be shown here. A deployment takes applications from one state to another, step by step.',
  loadFailed: 'The deployments could not be loaded',
  more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  succeeded: 'Succeeded',
  failed: 'Failed or was stopped',
  actions: {
    StartApplication: 'Start',
    StopApplication: 'Stop',
    ScaleApplication: 'Scale',
    RestartApplication: 'Restart',
    StartPod: 'Start',
    StopPod: 'Stop',
    ScalePod: 'Scale',
    RestartPod: 'Restart',
  } as Partial<Record<string, string>>,

  counts: {
    ready: (ready: number, wanted: number) => `${ready} of ${wanted} instances are ready`,
    replaced: (ready: number, wanted: number) => `${ready} of ${wanted} instances are of the new version`,
    old: (old: number) => (old === 1 ? 'one of the old version still runs' : `${old} of the old version still run`),
    toStop: (count: number) => (count === 1 ? 'one instance is being stopped' : `${count} instances are being stopped`),
  },

  why: {
    title: 'What it waits for',
    delayed: (seconds: number) =>
      seconds > 0
        ? `its instances ended too early; the next launch is in ${seconds} s`
        : 'its instances ended too early; the next launch waits a while',
    noOffers: 'no agent has offered resources yet',
    staging: (count: number) => (count === 1 ? 'one instance is being started' : `${count} instances are being started`),
    unhealthy: (count: number) => (count === 1 ? 'one instance fails its health check' : `${count} instances fail their health checks`),
    notYetHealthy: (count: number) =>
      count === 1 ? 'one instance has not passed its health check yet' : `${count} instances have not passed their health checks yet`,
    notReady: (name: string, count: number) =>
      count === 1
        ? `the readiness check ${name} has not passed for one instance`
        : `the readiness check ${name} has not passed for ${count} instances`,
    answered: (status: number) => `(last answer: ${status})`,
    failed: (message: string) => `the last instance failed: ${message}`,
  },
  migration: {
    waits: (id: string) => `The migration of ${id} waits for your decision`,
    hint: (path: string) => `Look at what it has done so far, then let it go on. Continue sends POST ${path} to the framework itself.`,
    noAddress:
      'It cannot be continued from here: the labels DCOS_PACKAGE_FRAMEWORK_NAME and DCOS_MIGRATION_API_PATH do not both say where its framework is.',
    goOn: 'Continue',
    continued: (id: string) => `${id} goes on with its migration`,
    failed: 'The framework did not take it',
    failedHint: (message: string) => `${message} Look whether the framework runs and is reachable, then try again.`,
  },

  rollback: 'Rollback',
  rollbackTitle: 'Roll this deployment back?',
  rollbackLead: 'A new deployment takes everything back to how it was before this one began:',
  rolledBack: 'The deployment is being rolled back',
  stop: 'Stop',
  stopTitle: 'Stop this deployment?',
  stopLead: 'Marathon gives the deployment up where it is. Nothing is changed back, and no new deployment begins.',
  stopLeft: 'Not done any more:',
  stopAfter:
    'The definitions stay as they are now: Marathon goes on to start instances that are missing, but neither stops old ones nor keeps the order.',
  stopped: 'The deployment was stopped',
  gone: 'This deployment has ended meanwhile.',

  effects: {
    looking: 'Comparing with the former version…',
    destroyed: 'is destroyed again: it did not exist before',
    restored: 'is created again',
    scaled: (from: number, to: number) => `goes from ${from} back to ${to} ${to === 1 ? 'instance' : 'instances'}`,
    reverted: (keys: string) => `gets its former definition back (changed: ${keys}); its instances are replaced`,
    restarted: 'gets its former version back; instances are replaced once more',
    unknown: 'goes back to its former version',
  },
};
