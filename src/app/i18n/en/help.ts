/** Words of the help: keys, About, the documentation within the product and the API reference. */
export const help = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    inert: 'Letters do nothing while one types or a dialog is open.',
    groups: { anywhere: 'Anywhere', tables: 'In tables', marathon: 'Marathon', places: 'Go to' },
    what: {
      palette: 'Search everything, run a command',
      nextRow: 'Next row',
      previousRow: 'Previous row',
      openRow: 'Open the row',
      create: 'Create an application',
      createGroup: 'Create a group',
      edit: 'Edit the application whose page is open',
      version: 'Show the version',
      search: 'Search the list',
      about: 'About',
      help: 'This list',
      submit: 'Send the form of an application',
      escape: 'Close the dialog or menu on top; empty the search',
    },
  },

  about: {
    title: 'About Marathon',
    version: 'Version',
    frameworkId: 'Framework Id',
    leader: 'Leader',
    marathonConfig: 'Marathon Config',
    zookeeperConfig: 'ZooKeeper Config',
    httpConfig: 'HTTP Config',
    none: 'none',
    failed: 'Marathon does not say what it is',
  },

  documentation: {
    title: 'Documentation',
    statuses: 'Status words',
    health: 'The health bar',
    healthKinds: {
      healthy: 'run and pass all their health checks',
      unhealthy: 'run and fail a health check',
      unknown: 'run without a health check, or before its first result',
      staged: 'are being started',
      over: 'run beyond the number that is wanted, as during an upgrade',
      unscheduled: 'are wanted and not there yet',
    },
    suspend: 'Suspend and Resume',
    suspendText:
      'Suspend scales an application to 0 instances and keeps it. Resume starts as many as its newest version with instances had, whoever suspended it.',
    destroy: 'Destroy and its way back',
    destroyText:
      'What is destroyed from this browser is kept in it with its last definition (menu beside Create Group, Recently destroyed). Undo and Recreate make the application anew: its instances and the data in its volumes are gone.',
    deployments: 'Rollback and Stop',
    deploymentsText:
      'Rollback begins a new deployment that takes everything back to how it was before. Stop gives a deployment up where it is. Marathon keeps no list of finished deployments; the page shows those that it saw end.',
    notifications: 'Notifications',
    notificationsText:
      'While a page of Marathon is open it tells of applications that others create, change or destroy, of deployments that end and of instances that fail. They are turned off in the Help menu, for this browser.',
    keys: 'Keyboard shortcuts',
  },

  api: {
    title: 'API Reference',
    intro: 'The interface of Marathon, below the address of this cluster. Links open what a GET answers now.',
    label: 'Requests to Marathon',
    method: 'Method',
    path: 'Path',
    what: 'What it does',
  },
};
