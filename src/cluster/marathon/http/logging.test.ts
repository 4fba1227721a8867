import { expect, test } from 'vitest';
import { manualClock } from '../../kernel/clock.ts';
import { createLog } from '../../kernel/log.ts';
import { limits } from '../../kernel/limits.ts';
import { createLoggers, ENGINE_LOGGER } from '../logging/loggers.ts';
import { createMarathonHttp } from './marathon-http.ts';
import { stubCore } from './stub-core.test-support.ts';

function logged() {
  const written: string[] = [];
  const log = createLog(({ level, message }) => void written.push(`${level} ${message}`));
  const clock = manualClock();
  const loggers = createLoggers(clock);
  const fetch = createMarathonHttp(stubCore(), { clock, version: '1.10.26', loggers, log });
  const ask = async (method: string, path: string, body?: unknown) => {
    const init = { method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(new Request(`http://m1${path}`, init));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return { ask, clock, written, engine: loggers.of(ENGINE_LOGGER, log), loggers };
}

test('loggers are told with their levels, and which of them they have from above', async () => {
  const { ask } = logged();
  expect(await ask('GET', '/logging')).toEqual({
    status: 200,
    body: {
      ROOT: 'INFO',
      'mesosphere.marathon': 'INFO (inherited)',
      'mesosphere.marathon.core': 'INFO (inherited)',
      'mesosphere.marathon.api': 'INFO (inherited)',
    },
  });
  expect(await ask('POST', '/logging', { logger: 'mesosphere.marathon', level: 'warn' })).toEqual({
    status: 200,
    body: { logger: 'mesosphere.marathon', level: 'WARN' },
  });
  expect((await ask('GET', '/logging')).body).toMatchObject({
    ROOT: 'INFO',
    'mesosphere.marathon': 'WARN',
    'mesosphere.marathon.core': 'WARN (inherited)',
  });
});

test('the level decides what is written', async () => {
  const { ask, engine, written } = logged();
  engine.debug('quiet');
  engine.info('first');
  await ask('POST', '/logging', { logger: 'mesosphere.marathon.api', level: 'DEBUG' });
  await ask('GET', '/v2/apps/none');
  await ask('POST', '/logging', { logger: 'ROOT', level: 'OFF' });
  engine.error('nobody hears this');
  expect(written).toEqual([
    'info first',
    'debug POST /logging from 127.0.0.1: 200',
    'debug GET /v2/apps/none from 127.0.0.1: 404',
    'debug POST /logging from 127.0.0.1: 200',
  ]);
});

test('with a duration the logger is as it was afterwards, also when it was set twice', async () => {
  const { ask, clock } = logged();
  const level = async (): Promise<string> => (await ask('GET', '/logging')).body[ENGINE_LOGGER];
  await ask('POST', '/logging', { logger: ENGINE_LOGGER, level: 'TRACE', durationSeconds: 10 });
  await clock.advance(9000);
  await ask('POST', '/logging', { logger: ENGINE_LOGGER, level: 'DEBUG', durationSeconds: 10 });
  await clock.advance(9000);
  expect(await level()).toBe('DEBUG');
  await clock.advance(1000);
  expect(await level()).toBe('INFO (inherited)');
});

test.each([
  ['no level', { logger: 'ROOT' }, '/level'],
  ['an unknown level', { logger: 'ROOT', level: 'LOUD' }, '/level'],
  ['no logger', { level: 'INFO' }, '/logger'],
  ['a logger without a name', { logger: '', level: 'INFO' }, '/logger'],
  ['a duration that is none', { logger: 'ROOT', level: 'INFO', durationSeconds: 'long' }, '/durationSeconds'],
])('%s is 422 and changes nothing', async (_, change, path) => {
  const { ask, loggers } = logged();
  const before = loggers.levels();
  const { status, body } = await ask('POST', '/logging', change);
  expect([status, body.details.map((detail: { path: string }) => detail.path)]).toEqual([422, [path]]);
  expect(loggers.levels()).toEqual(before);
});

test('names that nobody uses do not pile up without end', async () => {
  const { ask, loggers } = logged();
  for (let n = 0; n < limits.loggers; n++) await ask('POST', '/logging', { logger: `a.b${n}`, level: 'INFO' });
  expect((await ask('POST', '/logging', { logger: 'one.more', level: 'INFO' })).status).toBe(422);
  expect(Object.keys(loggers.levels())).toHaveLength(limits.loggers);
  expect((await ask('POST', '/logging', { logger: 'ROOT', level: 'WARN' })).status).toBe(200);
});
