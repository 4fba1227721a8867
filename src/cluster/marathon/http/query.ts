/** A switch of the query: any case of "true" or "false" (clients in Python send "True"); anything else is the default. */
export function flag(url: URL, name: string, byDefault = false): boolean {
  const value = url.searchParams.get(name)?.toLowerCase();
  if (value === undefined) return byDefault;
  return byDefault ? value !== 'false' : value === 'true';
}

/**
 * The wished embeds without the name of what they are of: `tasks` for `apps.tasks`, `app.tasks` and `group.apps.tasks`.
 * Tasks and failures bring the deployments with them (recorded).
 */
export function appEmbeds(url: URL): Set<string> {
  const wished = url.searchParams.getAll('embed').flatMap((embed) => /^(?:apps?|group\.apps)\.(\w+)$/.exec(embed)?.[1] ?? []);
  return new Set(wished.some((embed) => embed === 'tasks' || embed === 'failures') ? [...wished, 'deployments'] : wished);
}
