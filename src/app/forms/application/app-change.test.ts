import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, copyOf, isSame } from './app-change.ts';

describe('what is sent for an edit', () => {
  const latest = { id: '/web', cmd: 'run', env: { A: '1', B: '2' }, instances: 2 };

  it('is the keys that changed, whatever the order of keys in them', () => {
    expect(changeOf(latest, { ...latest, env: { B: '2', A: '1' }, instances: 3 })).toEqual({ body: { instances: 3 }, partial: true });
    expect(changeOf(latest, { ...latest, user: 'nobody' })).toEqual({ body: { user: 'nobody' }, partial: true });
  });

  it('is nothing when nothing changed', () => {
    expect(changeOf(latest, { ...latest })).toBeUndefined();
  });

  it('is the whole when a key is gone, or else it would stay', () => {
    const { cmd: _, ...wanted } = { ...latest, args: ['run'] };
    expect(changeOf(latest, wanted)).toEqual({ body: wanted, partial: false });
  });

  it('makes the wanted app of any other, as Marathon applies it', () => {
    const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue());
    fc.assert(
      fc.property(document, document, (before, wanted) => {
        const change = changeOf(before, wanted);
        const after = change === undefined ? before : change.partial ? { ...before, ...change.body } : change.body;
        expect(isSame(after, wanted)).toBe(true);
      }),
    );
  });
});

describe('what a duplicate starts from', () => {
  const mapping = { containerPort: 80, hostPort: 0, servicePort: 10_001, labels: { VIP_0: '/web:80' } };

  it('stays in the group, without the name and the service ports', () => {
    expect(
      copyOf({ id: '/shop/web', version: 'v', container: { portMappings: [mapping] }, portDefinitions: [{ port: 10_002, name: 'a' }] }),
    ).toEqual({
      id: '/shop/',
      container: { portMappings: [{ containerPort: 80, hostPort: 0, labels: { VIP_0: '/web:80' } }] },
      portDefinitions: [{ port: 0, name: 'a' }],
    });
    expect(copyOf({ id: '/web' })).toEqual({ id: '' });
  });

  it('keeps ports that the agent must have', () => {
    const document = { id: '', requirePorts: true, portDefinitions: [{ port: 80 }] };
    expect(copyOf({ ...document, id: '/web' })).toEqual(document);
  });
});
