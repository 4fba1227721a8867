/** Words of the Applications list beyond the table itself: its filters, and resetting a delay. */
export const marathonList = {
  filters: {
    title: (chosen: number) => (chosen === 0 ? 'Filters' : `Filters (${chosen})`),
    clear: 'Clear',
    clearBlock: (block: string) => `Clear ${block}`,
    label: 'Label',
    labelsSelected: (count: number) => (count === 1 ? '1 Label Selected' : `${count} Labels Selected`),
    searchLabels: 'Search labels',
    resources: 'Resources',
    volumes: 'Volumes',
    byLabel: (label: string) => `Filter by ${label}`,
  },

  delay: {
    reset: 'Reset Delay',
    done: (id: string) => `${id} is launched again without delay`,
    failed: (id: string) => `The delay of ${id} could not be reset`,
  },
};
