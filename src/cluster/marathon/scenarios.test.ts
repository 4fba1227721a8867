import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { playScenario } from './scenario.test-support.ts';

const directory = path.join(import.meta.dirname, 'testdata');

for (const file of readdirSync(directory).filter((name) => name.endsWith('.txt'))) {
  test(`testdata/${file}`, async () => {
    const text = readFileSync(path.join(directory, file), 'utf8').trimEnd();
    expect(await playScenario(text)).toBe(text);
  });
}
