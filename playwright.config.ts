import { defineConfig } from '@playwright/test';

/** Chromium comes from the system (Debian's package): the browsers that test tools download do not run everywhere. */
const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

const MOCKS_PORT = 5181;

export default defineConfig({
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  // a machine that was busy with something else is no fault; what passes only at a second try is named at the end of `npm test`
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    ...chromium,
    // a trace of each test would cost as much as the test
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
    // axe would measure the contrast of colours half-way between two themes
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'mocks', testDir: 'e2e/mocks', use: { baseURL: `http://127.0.0.1:${MOCKS_PORT}` } },
    // one at a time: each has containers of its own on the one engine of the machine
    { name: 'server', testDir: 'e2e/server', timeout: 180_000, workers: 1 },
  ],
  // the static demo: the pages with the cluster inside, as anybody could put them on a web server
  ...(process.argv.some((arg) => arg.includes('server'))
    ? {}
    : {
        webServer: {
          command: `node src/server/testing/serve-demo.ts ${MOCKS_PORT}`,
          url: `http://127.0.0.1:${MOCKS_PORT}/`,
          reuseExistingServer: false,
          stdout: 'ignore',
        },
      }),
});
