import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';

// `npm run bench:marathon`: runs the benches of a product (the files here that begin with its name) one after another, each in a
// process of its own, so that none finds the memory or the warm code of another.

const [product = ''] = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname).filter((name) => name.startsWith(`${product}-`) && name.endsWith('.ts'));
if (product === '' || benches.length === 0) {
  console.error('Say the product whose benches are to run: marathon, mesos or chronos; or proxy, for the adminRouter.');
  process.exit(2);
}
for (const name of benches) {
  console.log(`\n── ${name}`);
  const child = spawn(process.execPath, [path.join(import.meta.dirname, name)], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
