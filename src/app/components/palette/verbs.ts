import { type JobDialog, chronosPaths } from '../../chronos-paths.ts';
import type { PaletteWords } from '../../i18n/palette-words.ts';
import { type AgentDialog, mesosPaths } from '../../mesos-paths.ts';
import { type AppDialog, paths } from '../../paths.ts';
import type { PaletteSources } from './use-sources-of-palette.ts';
import type { Verb } from './verb-items.ts';

const APP_VERBS: (AppDialog & keyof PaletteWords['appVerbs'])[] = ['scale', 'restart', 'suspend', 'resume', 'edit', 'duplicate', 'destroy'];
const JOB_VERBS: (JobDialog & keyof PaletteWords['jobVerbs'])[] = ['run', 'stop', 'pause', 'edit', 'delete'];
const NODE_VERBS: (AgentDialog & keyof PaletteWords['nodeVerbs'])[] = ['drain', 'deactivate', 'reactivate'];

/** What can be done to applications, jobs and nodes: each opens the dialog that tells what will happen. */
export function verbsOf(
  words: PaletteWords,
  { apps, suspended, jobs, nodes }: Pick<PaletteSources, 'apps' | 'suspended' | 'jobs' | 'nodes'>,
): Verb[] {
  const running = apps.filter(({ label }) => !suspended.has(label));
  const resumable = apps.filter(({ label }) => suspended.has(label));
  return [
    ...APP_VERBS.map((verb) => ({
      label: words.appVerbs[verb],
      targets: verb === 'resume' ? resumable : verb === 'suspend' || verb === 'restart' ? running : apps,
      to: ({ label }: { label: string }) => paths.marathon.appDialog(label, verb),
    })),
    ...JOB_VERBS.map((verb) => ({
      label: words.jobVerbs[verb],
      targets: jobs,
      to: ({ label }: { label: string }) => chronosPaths.jobDialog(label, verb),
    })),
    ...NODE_VERBS.map((verb) => ({
      label: words.nodeVerbs[verb],
      targets: nodes,
      to: ({ to }: { to: string }) => mesosPaths.agentDialog(agentIdOf(to), verb),
    })),
  ];
}

/** The last segment of a node's address. */
const agentIdOf = (to: string): string => decodeURIComponent(to.slice(to.lastIndexOf('/') + 1));
