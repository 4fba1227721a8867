const BROWSERS: readonly [name: string, pattern: RegExp][] = [
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly [name: string, pattern: RegExp][] = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
];

const nameIn = (names: typeof BROWSERS, agent: string): string | undefined => names.find(([, pattern]) => pattern.test(agent))?.[0];

/** Browser and system of a User-Agent, as far as it tells; for other programs their name and version, as `curl/8.14`. */
export function clientName(agent: string): { browser: string; system?: string } | undefined {
  const browser = nameIn(BROWSERS, agent);
  const system = nameIn(SYSTEMS, agent);
  if (browser !== undefined) return { browser, ...(system !== undefined && { system }) };
  const [program = ''] = agent.trim().split(/\s/, 1);
  return program === '' ? undefined : { browser: program };
}
