import { expect, it } from 'vitest';
import { NODE_HEIGHT, placesOf } from './graph-layout.ts';

it('puts what is needed to the right of what needs it, and nothing over another', () => {
  const places = placesOf({
    nodes: ['/web', '/api', '/db', '/cache'].map((id) => ({ id })),
    edges: [
      { from: '/web', to: '/api' },
      { from: '/api', to: '/db' },
      { from: '/api', to: '/cache' },
    ],
  });
  const at = new Map(places.map((place) => [place.id, place]));
  const x = (id: string) => at.get(id)?.x ?? Number.NaN;
  expect(x('/web')).toBeLessThan(x('/api'));
  expect(x('/api')).toBeLessThan(x('/db'));
  expect(Math.abs((at.get('/db')?.y ?? 0) - (at.get('/cache')?.y ?? 0))).toBeGreaterThanOrEqual(NODE_HEIGHT);
});
