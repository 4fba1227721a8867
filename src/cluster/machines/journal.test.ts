import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { limits } from '../kernel/limits.ts';
import { createLog, type LogRecord } from '../kernel/log.ts';
import { createJournal } from './journal.ts';

function setUp() {
  const written: LogRecord[] = [];
  const journal = createJournal(
    manualClock(),
    createLog((record) => written.push(record)),
  );
  const lines = (unit: string, machine: string, after?: number) => journal.linesOf(unit, machine, after).map(({ message }) => message);
  return { journal, written, lines };
}

test('a unit has the lines of its start and of its program, in the order in which they were said, on its machine alone', () => {
  const { journal, lines } = setUp();
  journal.log.as('dcos-mesos-slave@a1').info('Starting Mesos Agent.');
  journal.log.as('mesos-agent@a1').warn('The master is away.');
  journal.log.as('mesos-agent@a2').info('Another.');
  journal.log.as('dcos-mesos-slave@a1').info('Started Mesos Agent.');
  expect(lines('dcos-mesos-slave.service', 'a1')).toEqual(['Starting Mesos Agent.', 'The master is away.', 'Started Mesos Agent.']);
});

test('who follows asks for what came after the last line it has', () => {
  const { journal, lines } = setUp();
  const marathon = journal.log.as('marathon@m1');
  marathon.info('one');
  const last = journal.linesOf('dcos-marathon', 'm1').at(-1)?.number;
  marathon.info('two');
  expect(lines('dcos-marathon', 'm1', last)).toEqual(['two']);
});

test('all that is said is still written, what a component lets through by its own threshold as well', () => {
  const { journal, written } = setUp();
  journal.log.debug('not asked for');
  journal.log
    .as('marathon@m1')
    .at(() => 'debug')
    .debug('asked for', { id: '/redis' });
  expect(written).toEqual([{ level: 'debug', source: 'marathon@m1', message: 'asked for', fields: { id: '/redis' } }]);
});

test('only the newest lines are kept', () => {
  const { journal, lines } = setUp();
  for (let index = 0; index < limits.unitLogLines + 10; index++) journal.log.as('marathon@m1').info(`line ${index}`);
  expect(lines('dcos-marathon', 'm1')).toHaveLength(limits.unitLogLines);
  expect(lines('dcos-marathon', 'm1').at(-1)).toBe(`line ${limits.unitLogLines + 9}`);
});
