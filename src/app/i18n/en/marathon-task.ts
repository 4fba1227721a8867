/** Words of the page of one instance. Field labels are those of Marathon's own UI. */
export const marathonTask = {
  tabs: 'Views of the instance',
  details: 'Details',
  files: 'Files',
  logs: 'Logs',
  volumes: 'Volumes',
  loadFailed: 'The instance could not be loaded',
  notFound: (taskId: string) => `There is no instance ${taskId}`,
  notFoundHint: 'Neither Marathon nor Mesos knows it. Mesos forgets tasks some time after they have ended.',
  toApp: 'Show the application',
  ended: 'This instance has ended. What is shown is what Mesos remembers of it.',
  noSandbox: 'Its files are not there',
  noSandboxHint: 'A task has a sandbox from its launch on; the agent keeps it for some time after the end.',
  filesFailed: 'The files cannot be listed now',
};
