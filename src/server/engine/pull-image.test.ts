import { expect, it } from 'vitest';
import { PullProgress } from './pull-image.ts';

it('adds up the layers of an image', () => {
  const progress = new PullProgress();
  progress.accept({ status: 'Pulling from library/redis', id: 'latest' });
  progress.accept({ status: 'Already exists', id: 'a' });
  progress.accept({ status: 'Pulling fs layer', id: 'b' });
  progress.accept({ status: 'Downloading', id: 'b', progressDetail: { current: 1_000_000, total: 4_000_000 } });
  progress.accept({ status: 'Downloading', id: 'c', progressDetail: { current: 500_000, total: 500_000 } });
  progress.accept({ status: 'Extracting', id: 'c', progressDetail: { current: 1, total: 9_000_000 } });
  expect(progress.toString()).toBe('1 of 3 layers, 1.5 of 4.5 MB');
  progress.accept({ status: 'Download complete', id: 'b' });
  progress.accept({ status: 'Pull complete', id: 'c' });
  expect(progress.toString()).toBe('2 of 3 layers, 4.5 of 4.5 MB');
});
