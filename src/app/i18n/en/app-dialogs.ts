/** Words of the dialogs that do something to one app, to several at once, or to a group. */
export const appDialogs = {
  scaleTitle: (id: string) => `Scale ${id}`,
  scaleLabel: 'Instances',
  scaleHint: (now: number) => `How many instances are to run. Now: ${now}.`,
  scaled: (id: string, instances: number) => `${id} is being scaled to ${instances}`,
  keepsVolumes: 'The persistent volumes of stopped instances are kept, and with them their reserved resources.',
  restartTitle: (id: string) => `Restart ${id}?`,
  restartText: (instances: number) => `All ${instances} running instances are replaced by new ones.`,
  restartTextOne: 'The running instance is replaced by a new one.',
  restarted: (id: string) => `${id} is being restarted`,
  suspendTitle: (id: string) => `Suspend ${id}?`,
  suspendText: (instances: number) =>
    instances === 1
      ? 'Its instance is stopped. The application stays; Resume starts one instance again.'
      : `All ${instances} instances are stopped. The application stays; Resume starts ${instances} again.`,
  suspended: (id: string) => `${id} is being suspended`,
  resumeTitle: (id: string) => `Resume ${id}?`,
  resumeLabel: 'Instances',
  resumeHint: (former: number) =>
    former === 1 ? 'Before it was suspended it had one instance.' : `Before it was suspended it had ${former} instances.`,
  resumeUnknown: 'How many instances it had before is not known any more.',
  resumed: (id: string, instances: number) => `${id} is being started with ${instances === 1 ? 'one instance' : `${instances} instances`}`,
  destroyTitle: (id: string) => `Destroy ${id}?`,
  destroyText: (id: string) =>
    `All instances of ${id} are stopped and the application is deleted, with what is in its persistent volumes. The definition is kept in this browser for a while, to create it again.`,
  destroyed: (id: string) => `${id} is being destroyed`,
  undo: 'Undo',
  recreating: (id: string) => `${id} is created again as soon as it is gone`,
  recreated: (id: string) => `${id} was created again`,
  notRecreated: (id: string) => `${id} could not be created again`,

  bulk: {
    bar: 'Selected applications',
    selected: (count: number) => (count === 1 ? 'One selected' : `${count} selected`),
    clear: 'Clear selection',
    verbs: { scale: 'Scale', restart: 'Restart', suspend: 'Suspend', resume: 'Resume', destroy: 'Destroy' },
    title: (verb: string, count: number) => `${verb} ${count === 1 ? 'one application' : `${count} applications`}?`,
    texts: {
      scale: 'Each of these applications is to run so many instances:',
      restart: 'All running instances of these applications are replaced by new ones.',
      suspend: 'All instances of these applications are stopped. The applications stay, and Resume starts as many again.',
      resume:
        'Each of these applications is started with as many instances as it had before it was suspended, or with one where that is not known.',
      destroy:
        'All instances of these applications are stopped and the applications are deleted, with what is in their persistent volumes. Their definitions are kept in this browser for a while.',
    },
    nothing: 'There is nothing to do for the chosen applications.',
    leftOut: (ids: string) => `Left out, since there is nothing to do: ${ids}`,
    progress: (ended: number, all: number) => `${ended} of ${all} done`,
    list: 'Applications',
    segments: { done: 'done', failed: 'failed' },
    done: (verb: string, count: number) => `${verb}: begun for ${count === 1 ? 'one application' : `${count} applications`}`,
    failed: (count: number, all: number) => `${count} of ${all} failed`,
    stopped: (left: number) => `Stopped: nothing was done for the remaining ${left}.`,
    stop: 'Stop',
    tryAgain: 'Try the failed ones again',
    force: (verb: string) => `Stop Current Deployments and ${verb}`,
  },

  recent: {
    title: 'Recently destroyed',
    open: 'Recently destroyed',
    none: 'Nothing was destroyed from this browser',
    noneHint: 'What you destroy is kept here, to create it again with its last definition.',
    keptHere: 'Kept in this browser alone, the last 50. Environment variables are part of a definition: forget what must not stay here.',
    recreate: 'Recreate',
    recreateLabel: (id: string) => `Recreate ${id}`,
    forget: 'Forget all',
    group: 'Group',
    destroyed: 'Destroyed',
  },
};
