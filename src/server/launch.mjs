// Started by whatever Node (20 or newer) is installed: makes sure that the dependencies, the pinned Node and the built
// pages are there, then hands over to the TypeScript program that the pinned Node runs. Plain JavaScript and nothing but
// Node's own modules, since at the first start nothing else exists.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inRoot = (...parts) => path.join(root, ...parts);
const PROGRAMS = {
  start: 'src/server/main.ts',
  cli: 'src/server/command.ts',
  test: 'src/server/testing/run-all.ts',
  bench: 'src/server/bench/bench.ts',
  benches: 'src/server/bench/run-benches.ts',
};
const PAGE_SOURCES = ['src/app', 'src/api', 'src/main.tsx', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

const say = (message) => process.stderr.write(`${message}\n`);
function fail(message) {
  say(message);
  process.exit(1);
}

/** Modification time in ms; 0 for what does not exist. A directory counts as new as its newest file. */
function modified(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file, { recursive: true, withFileTypes: true }).reduce(
    (newest, entry) =>
      entry.isFile() ? Math.max(newest, statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs) : newest,
    stat.mtimeMs,
  );
}

/** npm leaves this file as its last act, so it tells when the dependencies were installed. */
function installDependencies() {
  // another checkout's, shared by a link: `npm ci` here would empty it there
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (modified(inRoot('node_modules/.package-lock.json')) >= modified(inRoot('package-lock.json'))) return;
  say('Installing the dependencies (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm && npm.endsWith('.js') ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  // stdout is for results; what npm says belongs to the progress
  const { status } = spawnSync(command, [...first, 'ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('The dependencies could not be installed: `npm ci` failed as shown above. Is the npm registry reachable?');
}

function buildPages(node) {
  if (modified(inRoot('dist/index.html')) >= Math.max(...PAGE_SOURCES.map((source) => modified(inRoot(source))))) return;
  say('Building the pages (after each change of their sources) …');
  const { status, stdout, stderr } = spawnSync(node, [inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) fail(`The pages could not be built:\n${stdout}${stderr}`);
}

function pinnedNode() {
  const node = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) fail('The pinned Node is missing below node_modules: remove the directory node_modules and start again.');
  return { node, version: `v${JSON.parse(readFileSync(inRoot('node_modules/node/package.json'), 'utf8')).version}` };
}

async function run(program, args) {
  installDependencies();
  const { node, version } = pinnedNode();
  if (program !== PROGRAMS.test && program !== PROGRAMS.cli && !args.some((arg) => arg === '--help' || arg === '-h')) buildPages(node);
  if (process.version === version) {
    process.argv = [node, inRoot(program), ...args];
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(inRoot('node_modules/.cache/compile'));
    await import(pathToFileURL(inRoot(program)).href);
    return;
  }
  const child = spawn(node, [inRoot(program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: inRoot('node_modules/.cache/compile') },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

const [name = 'start', ...args] = process.argv.slice(2);
if (!(name in PROGRAMS)) fail(`There is no program called ${name}: say one of ${Object.keys(PROGRAMS).join(', ')}.`);
await run(PROGRAMS[name], args);
