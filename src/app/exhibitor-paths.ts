/** Links of Exhibitor's pages; the API is below `/exhibitor/exhibitor`. */
export const exhibitorPaths = {
  servers: () => '/exhibitor/servers',
  /** With a znode chosen, by its path. */
  explorer: (node?: string) => (node === undefined ? '/exhibitor/explorer' : `/exhibitor/explorer?node=${encodeURIComponent(node)}`),
  configuration: () => '/exhibitor/configuration',
};
