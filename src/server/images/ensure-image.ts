import type Dockerode from 'dockerode';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { realClock } from '../../cluster/kernel/clock.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import { engineMessage, isNotFound, isUnreachable } from '../engine/engine-faults.ts';
import { PullError, pullImage } from '../engine/pull-image.ts';
import { installCommand, installedVersion, installPackages, missingPackages } from '../system/packages.ts';
import { knownImage, PACKAGES, recipeFor, type KnownImage } from './recipes.ts';
import { archive, layOut } from './root-filesystem.ts';

/** A registry that has not answered by then is taken for unreachable. */
const FIRST_ANSWER_MS = 20_000;
/** Registries say in these words that they have no such image (for us): then building one would be wrong. */
const DENIED = /not found|manifest unknown|access denied|unauthorized|denied/i;

export interface EnsuredImage {
  name: string;
  origin: 'present' | 'pulled' | 'built';
  /** What a built one was made from: `debian:redis-server 5:7.0.15-1`. */
  from?: string;
}

/** The image is not there and cannot be had; `message` is one line that says why and what to do. */
class ImageError extends Error {
  override name = 'ImageError';
}

async function present(docker: Dockerode, name: string): Promise<EnsuredImage | undefined> {
  try {
    const { Config } = await docker.getImage(name).inspect();
    const from = (Config.Labels as Record<string, string> | null)?.['dcos.built-from'];
    return { name, origin: 'present', ...(from !== undefined && { from }) };
  } catch (fault) {
    if (isNotFound(fault)) return undefined;
    throw fault;
  }
}

/** Resolves to why the registry could not be reached; undefined once the image is pulled. Throws ImageError when it has none. */
async function pull(docker: Dockerode, name: string, log: Log): Promise<string | undefined> {
  const clock = realClock();
  const giveUp = new AbortController();
  const timer = clock.after(FIRST_ANSWER_MS, () => giveUp.abort());
  let told = 0;
  const tell = (message: string): void => {
    log.info(message);
    // The first line is ours; the second means that the registry has answered.
    if (told++ > 0) timer.cancel();
  };
  try {
    await pullImage(docker, name, { clock, signal: giveUp.signal, tell });
    return undefined;
  } catch (fault) {
    if (isUnreachable(fault)) throw fault;
    if (giveUp.signal.aborted) return `no answer within ${FIRST_ANSWER_MS / 1000} s`;
    const reason = engineMessage(fault);
    if (isNotFound(fault) || (fault instanceof PullError && DENIED.test(reason))) {
      throw new ImageError(`The image ${name} could not be pulled: ${reason}. Check its name and tag.`);
    }
    return reason;
  } finally {
    timer.cancel();
  }
}

const listApplets = (): string[] => execFileSync('/bin/busybox', ['--list'], { encoding: 'utf8' }).trim().split('\n');

/** Resolves once the engine has taken the archive in; its answer is a stream of JSON lines of which one may be an error. */
export async function importArchive(docker: Dockerode, root: string, name: string, changes: readonly string[]): Promise<void> {
  const [repo = name, tag = 'latest'] = name.split(':');
  const stream = await docker.importImage(archive(root), { fromSrc: '-', repo, tag, changes });
  for await (const line of createInterface({ input: stream })) {
    const { error } = JSON.parse(line) as { error?: string };
    if (error !== undefined) throw new ImageError(`The engine did not take the image ${name}: ${error}`);
  }
}

async function build(docker: Dockerode, name: string, image: KnownImage): Promise<string> {
  const recipe = recipeFor(image, listApplets);
  const [main] = recipe.packages;
  const from = `debian:${main} ${(await installedVersion(main)) ?? 'unknown'}`;
  const root = await mkdtemp(join(tmpdir(), 'image-'));
  try {
    await layOut(recipe, root);
    await importArchive(docker, root, name, [...recipe.changes, `LABEL dcos.built-from="${from}"`]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return from;
}

/**
 * Makes sure that the engine has an image: takes what is there, else pulls it, else (when the registry cannot be reached and
 * the name is a known one) builds it from this machine's Debian package, labels it so and says so.
 * Throws ImageError or PackageError with one line that says what to do, or the fault of the connection to the engine.
 */
export async function ensureImage(
  docker: Dockerode,
  name: string,
  { log, mayInstall }: { log: Log; mayInstall: boolean },
): Promise<EnsuredImage> {
  const there = await present(docker, name);
  if (there) return there;
  const unreachable = await pull(docker, name, log);
  if (unreachable === undefined) return { name, origin: 'pulled' };
  const image = knownImage(name);
  if (!image)
    throw new ImageError(
      `The image ${name} could not be pulled: ${unreachable}. Load it into the engine by \`docker load\`, or try again with a network.`,
    );
  const missing = await missingPackages(PACKAGES[image] ?? []);
  if (missing.length > 0 && !mayInstall) {
    throw new ImageError(
      `The image ${name} could not be pulled: ${unreachable}. To build it from Debian's package, run \`${installCommand(missing)}\` or give --yes.`,
    );
  }
  await installPackages(missing, log);
  const from = await build(docker, name, image);
  log.warn(`The image ${name} could not be pulled (${unreachable}). It was built from this machine's package instead: ${from}.`);
  return { name, origin: 'built', from };
}
