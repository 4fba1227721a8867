import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDateTime, formatDuration, formatRelative } from './format.ts';
import { languageOfBrowser, setClusterZone, showLanguage, timeFormatChoice, timeZoneChoice } from './locale.ts';

const NOON = Date.UTC(2016, 3, 26, 12, 30, 5);

beforeEach(() => vi.stubGlobal('localStorage', undefined));
afterEach(() => {
  showLanguage('en');
  setClusterZone(undefined);
  timeZoneChoice.set('browser');
  timeFormatChoice.set('h23');
  vi.unstubAllGlobals();
});

describe('the language of the browser', () => {
  it.each([
    [['ja-JP', 'en'], 'ja'],
    [['de-DE', 'ja'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (preferred, language) => {
    expect(languageOfBrowser(preferred)).toBe(language);
  });
});

describe('times', () => {
  it('are written in the chosen zone and form of hours', () => {
    timeZoneChoice.set('utc');
    expect(formatDateTime(NOON)).toBe('Apr 26, 2016, 12:30:05');
    timeFormatChoice.set('h12');
    expect(formatDateTime(NOON)).toMatch(/12:30:05\sPM/);
  });

  it("are written in the cluster's zone once it is known, and in the browser's where it is none", () => {
    timeZoneChoice.set('cluster');
    const inBrowser = formatDateTime(NOON);
    setClusterZone('Asia/Tokyo');
    expect(formatDateTime(NOON)).toBe('Apr 26, 2016, 21:30:05');
    setClusterZone('Mars/Olympus');
    expect(formatDateTime(NOON)).toBe(inBrowser);
  });

  it('are written in the language of the page', () => {
    showLanguage('ja');
    timeZoneChoice.set('utc');
    expect(formatDateTime(NOON)).toBe('2016/04/26 12:30:05');
    expect(formatRelative(NOON - 180_000, NOON)).toBe('3 分前');
    expect(formatDuration(185_000)).toBe('3分 5秒');
  });
});
