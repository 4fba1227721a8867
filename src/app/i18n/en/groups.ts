/** Words of groups: their dialogs and the graph of dependencies. */
export const groups = {
  createTitle: 'New Group',
  create: 'Create Group',
  id: 'Group ID',
  idHint: (parent: string) => `Within ${parent}`,
  exists: (id: string) => `There is already a group ${id}.`,
  appExists: (id: string) => `There is already an application ${id}.`,
  showExisting: (id: string) => `Show ${id}`,
  created: (id: string) => `${id} was created`,

  scaleBy: 'Scale By',
  scaleTitle: (id: string) => `Scale ${id} by a factor`,
  factor: 'Factor',
  factorHint: 'The instances of every application in the group are multiplied by it and rounded up.',
  factorError: 'The factor has to be a number of 0 or more.',
  fromTo: (id: string, from: number, to: number) => `${id}: ${from} → ${to}`,
  plan: 'What changes',
  unchanged: 'Nothing changes.',
  andMore: (count: number) => `and ${count} more`,
  scaled: (id: string, factor: number) => `${id} is being scaled by ${factor}`,

  restartAll: 'Restart All',
  edit: 'Edit Group',
  editTitle: (id: string) => `Edit ${id}`,
  dependencies: 'Dependencies',
  dependenciesHint:
    'What has to run before any application of this group is started, changed or scaled: one ID of a group or application per line.',
  unknownDependency: (id: string) => `There is no group or application ${id}.`,
  document: {
    editor: 'Group as JSON',
    noObject: 'A group is an object: {"id": …}.',
    unknownKey: (key: string) => `Marathon does not know “${key}” and leaves it out.`,
  },
  idStays: (id: string) => `The ID stays ${id}.`,
  jsonHint: 'The whole group. Applications and groups that are taken out of it are destroyed.',
  jsonMode: 'JSON Mode',
  save: 'Change and deploy group',
  saved: (id: string) => `${id} is being changed`,
  checkPlan: 'Show what will be done',
  noSteps: 'Nothing has to be done: the group stays as it is.',
  step: (number: number) => `Step ${number}`,
  locked: 'A running deployment has locked an application of this group. Wait until it ends, or stop it.',

  destroyTitle: (id: string) => `Destroy the group ${id}?`,
  destroyText: (apps: number) =>
    apps === 0
      ? 'The group and the groups in it are deleted. There is no application in it.'
      : 'All instances of these applications are stopped, and the applications and the group are deleted:',
  destroyKept: 'The definition is kept in this browser for a while, to create the group again.',
  destroyed: (id: string) => `${id} is being destroyed`,
  gone: (id: string) => `There is no group ${id}. It may have been destroyed meanwhile.`,

  appCount: (count: number) => (count === 1 ? 'One application' : `${count} applications`),
  instances: (running: string) => `${running} instances`,
  views: 'Views of the group',
  applications: 'Applications',
  graph: {
    none: 'Nothing here depends on anything',
    noneHint: 'Give an application or a group dependencies, and this shows in which order a deployment starts them.',
    hint: 'An arrow leads to what has to run first.',
    independent: (count: number) => (count === 1 ? 'One application takes no part in it.' : `${count} applications take no part in it.`),
    tooMany: (shown: number, all: number) => `Only ${shown} of ${all} are drawn. Open a group to see less at once.`,
    label: 'Graph of dependencies',
    table: 'Dependencies as a list',
    dependsOn: 'needs',
    loadFailed: 'The group could not be loaded',
  },
};
