/** Words of the Applications list beyond the table itself. The filters' and dialogs' come with them. */
export const marathonList = {
  filters: 'Filters',
  byLabel: (label: string) => `Filter by ${label}`,
  moreLabels: (count: number) => `+${count}`,
  allLabels: (id: string) => `All labels of ${id}`,
  createGroup: 'Create Group',
  searchResults: (text: string) => `Search results for “${text}”`,
  found: (count: number) => (count === 1 ? 'one application' : `${count} applications`),
  clearSearch: 'Clear search',
  select: (id: string) => `Select ${id}`,
  selectAll: 'Select all applications',
  statusHelp: 'What the status words mean',
  healthHelp: 'What the health bar shows',
  healthHint:
    'Green instances pass their health checks, red ones fail them, grey ones have none or no result yet. Yellow ones are being started, blue ones are more than wanted, and what is empty is missing.',
  forbidden: 'You are not allowed to see the applications. Log in as somebody who is.',

  delay: {
    reset: 'Reset Delay',
    done: (id: string) => `${id} is launched again without delay`,
    failed: (id: string) => `The delay of ${id} could not be reset`,
  },
};
