const instances = (count: number): string => (count === 1 ? '1 instance' : `${count} instances`);

/** Words of the last look at an application before it is sent. */
export const applicationReview = {
  changes: 'What changes',
  now: 'Now',
  after: 'After the change',
  sent: 'What will be sent',
  createRequest: 'POST /v2/apps',
  updateRequest: (id: string, partial: boolean) =>
    partial ? `PUT /v2/apps${id}: only the keys that change` : `PUT /v2/apps${id}: the whole, since keys are taken out`,
  nothing: 'Nothing was changed.',
  effects: 'What happens',
  start: (count: number) => (count === 0 ? 'No instance is started.' : `${instances(count)} will be started.`),
  scaleUp: (more: number) => `Running instances stay; ${instances(more)} will be added.`,
  scaleDown: (fewer: number) => `${instances(fewer)} will be stopped; the others stay.`,
  replace: (count: number, least: number, most: number) =>
    count === 0
      ? 'No instance is to run, so none is replaced.'
      : `Restarts: ${count === 1 ? 'the instance is' : `all ${count} instances are`} replaced. Meanwhile at least ${least} run and at most ${most} are there.`,
  plan: 'The plan, as Marathon tells it without doing it',
  planPending: 'Marathon is asked for the plan…',
  planFailed: (reason: string) => `Marathon did not tell a plan: ${reason}`,
  planEmpty: 'No step: there is nothing to do.',
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  actions: {
    StartApplication: (id: string) => `Create ${id}`,
    ScaleApplication: (id: string, count: number) => `Scale ${id} to ${instances(count)}`,
    RestartApplication: (id: string, count: number) => `Restart ${id}, ${instances(count)}`,
    StopApplication: (id: string) => `Stop ${id}`,
  } as Partial<Record<string, (id: string, count: number) => string>>,
};
