/** Words of the filters beside the Applications list. */
export const appFilters = {
  title: (chosen: number) => (chosen === 0 ? 'Filters' : `Filters (${chosen})`),
  clear: 'Clear',
  clearBlock: (block: string) => `Clear ${block}`,
  label: 'Label',
  labelsSelected: (count: number) => (count === 1 ? '1 Label Selected' : `${count} Labels Selected`),
  searchLabels: 'Search labels',
  noLabels: 'No application here has a label.',
  resources: 'Resources',
  volumes: 'Volumes',
};
