/** Words around the pages: navigation, header, banners, error pages. */
export const shell = {
  productName: 'DC/OS',
  skipToContent: 'Skip to content',
  navigation: 'Main navigation',
  openNavigation: 'Open navigation',
  showAllLevels: 'Show all levels',
  groups: { resources: 'Resources', system: 'System', marathon: 'Marathon' },
  links: {
    dashboard: 'Dashboard',
    services: 'Services',
    nodes: 'Nodes',
    components: 'Components',
    mesos: 'Mesos',
    applications: 'Applications',
    deployments: 'Deployments',
  },
  theme: { label: 'Theme', system: 'Same as the system', light: 'Light', dark: 'Dark' },
  user: { menu: 'User menu', logOut: 'Log out' },
  freshness: {
    label: 'Freshness of the data',
    live: 'live',
    behind: (seconds: number) => `${seconds} s behind`,
    reconnecting: (attempt: number) => `reconnecting, try ${attempt}`,
    connecting: 'connecting',
    sources: { mesos: 'Mesos', marathon: 'Marathon' },
  },
  simulated: {
    title: 'Containers are simulated',
    containers: 'Applications with a Docker image go through all their states, but no container runs. Commands without an image do run.',
    everythingTitle: 'Tasks are simulated',
    everything: 'Applications go through all their states, but no process and no container runs.',
    remedy: 'For real containers, stop the cluster and run:',
  },
  notFound: {
    title: 'This page does not exist',
    detail: (path: string) => `There is nothing at ${path}.`,
    toDashboard: 'Go to the Dashboard',
  },
  crash: {
    title: 'This page stopped working',
    detail: 'The dashboard ran into a fault of its own. The cluster is not affected.',
    reload: 'Reload the page',
    outdated:
      'A part of the dashboard could not be loaded. It may have been updated since this page was opened, or the server is not reachable.',
  },
};
