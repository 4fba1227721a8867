import { expect, test } from 'vitest';
import { contentOf, statOf } from './znode-content.ts';

const data = (text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { bytes: hex, str: new TextDecoder().decode(bytes), stat: '' };
};

test('data is shown as text where it is text', () => {
  expect(contentOf(data(''))).toEqual({ kind: 'empty' });
  expect(contentOf(data('m1:8080'))).toEqual({ kind: 'text', text: 'm1:8080' });
  expect(contentOf(data('7'))).toEqual({ kind: 'text', text: '7' });
  expect(contentOf(data('{"port":5050}'))).toEqual({ kind: 'text', text: '{\n  "port": 5050\n}' });
  expect(contentOf(data('zwölf\n'))).toEqual({ kind: 'text', text: 'zwölf\n' });
});

test('other data is shown byte by byte', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, index) => index);
  expect(contentOf(data(bytes))).toEqual({ kind: 'hex', text: '00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n10 11' });
});

test('counters are read as ours and as Exhibitor pads them', () => {
  expect(statOf({ bytes: '', str: '', stat: 'version: 3\nctime.....: 2016-04-26T09:00:00.000Z\nrubbish' })).toEqual(
    new Map([
      ['version', '3'],
      ['ctime', '2016-04-26T09:00:00.000Z'],
    ]),
  );
});
