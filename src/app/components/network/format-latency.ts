import { currentLocale } from '../../util/locale.ts';

/** Milliseconds with as many digits as matter: `0.42`, `3.1`, `120`. */
export const formatLatency = (ms: number): string => ms.toLocaleString(currentLocale().language, { maximumSignificantDigits: 2 });
