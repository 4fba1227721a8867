import { mesosPaths } from '../mesos-paths.ts';

const PAGES: ReadonlySet<string> = new Set(['frameworks', 'agents', 'slaves', 'roles', 'offers', 'maintenance']);

/** Where a page of Mesos' own web UI is here, by the segments of its address after the #. undefined for what was no page of it. */
export function pathOfMesosLink([
  page = '',
  id = '',
  frameworks = '',
  frameworkId = '',
  executors = '',
  executorId = '',
]: readonly string[]): string | undefined {
  if (!PAGES.has(page)) return undefined;
  if (page === 'frameworks') return id === '' ? mesosPaths.frameworks() : mesosPaths.framework(id);
  if (page === 'roles') return mesosPaths.roles();
  if (page === 'offers') return mesosPaths.offers();
  if (page === 'maintenance') return mesosPaths.maintenance();
  if (id === '') return mesosPaths.agents();
  if (frameworks === 'browse') return `${mesosPaths.agent(id)}/browse`;
  if (executors === 'executors' && executorId !== '') return mesosPaths.executor(id, frameworkId, executorId);
  return frameworks === 'frameworks' && frameworkId !== '' ? mesosPaths.framework(frameworkId) : mesosPaths.agent(id);
}
