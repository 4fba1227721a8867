const apps = (count: number): string => `${count} applications`;

/** Words of the notices of what happened elsewhere: of one app by its id, of several by their number. */
export const notifications = {
  one: {
    created: (id: string) => `${id} was created`,
    destroyed: (id: string) => `${id} was destroyed`,
    changed: (id: string) => `${id} was deployed`,
    'deployment-failed': (id: string) => `The deployment of ${id} failed or was stopped`,
    'instance-failed': (id: string) => `An instance of ${id} failed`,
  },
  several: {
    created: (count: number) => `${apps(count)} were created`,
    destroyed: (count: number) => `${apps(count)} were destroyed`,
    changed: (count: number) => `${apps(count)} were deployed`,
    'deployment-failed': (count: number) => `The deployment of ${apps(count)} failed or was stopped`,
    'instance-failed': (count: number) => `Instances of ${apps(count)} failed`,
  },
  elsewhere: 'Not from this page',
  show: 'Show',
};
