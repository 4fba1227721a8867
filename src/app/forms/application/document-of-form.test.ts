import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOfForm, sentParameterRows } from './document-of-form.ts';
import { formOfDocument } from './form-of-document.ts';
import { newDocument, newPort, type AppDocument, type AppFormValues } from './form-values.ts';

const fill = (document: AppDocument, values: Partial<AppFormValues>): AppDocument =>
  documentOfForm(document, { ...formOfDocument(document), ...values });
const fresh = newDocument('/');

describe('what is sent', () => {
  it("is the blog's redis, as short as one would write it", () => {
    expect(fill(fresh, { id: 'redis', cmd: 'redis-server', image: 'redis' })).toEqual({
      id: 'redis',
      cpus: 1,
      mem: 128,
      disk: 0,
      instances: 1,
      cmd: 'redis-server',
      container: { type: 'DOCKER', docker: { image: 'redis' } },
    });
  });

  it("maps the container's port on a bridged network", () => {
    expect(
      fill(fresh, { id: 'redis', image: 'redis', network: 'bridge', ports: [{ ...newPort, port: '6379', name: 'redis' }] }),
    ).toMatchObject({
      container: { type: 'DOCKER', docker: { image: 'redis' }, portMappings: [{ containerPort: 6379, protocol: 'tcp', name: 'redis' }] },
      networks: [{ mode: 'container/bridge' }],
    });
  });

  it("defines ports on the host's network only when they differ from what Marathon gives anyway", () => {
    expect(fill(fresh, { id: 'a', cmd: 'x' })).not.toHaveProperty('portDefinitions');
    expect(fill(fresh, { ports: [newPort, { ...newPort, protocol: 'udp' }] })['portDefinitions']).toEqual([
      { port: 0, protocol: 'tcp' },
      { port: 0, protocol: 'udp' },
    ]);
    expect(fill(fresh, { ports: [] })['portDefinitions']).toEqual([]);
  });

  it('names a container network', () => {
    expect(fill(fresh, { image: 'redis', network: 'user', networkName: 'dcos' })['networks']).toEqual([
      { mode: 'container', name: 'dcos' },
    ]);
  });

  it('joins several networks, and keeps what it knows of one that stays', () => {
    const document = {
      ...fresh,
      networks: [
        { mode: 'container', name: 'a', labels: { x: 'y' } },
        { mode: 'container', name: 'b' },
      ],
    };
    expect(formOfDocument(document)).toMatchObject({ network: 'user', networkName: 'a, b' });
    expect(fill(document, { networkName: 'c,a' })['networks']).toEqual([
      { mode: 'container', name: 'c' },
      { mode: 'container', name: 'a', labels: { x: 'y' } },
    ]);
  });

  it('leaves empty parameter rows out, and says which rows it sent', () => {
    const parameters = [
      { key: '', value: '' },
      { key: 'hostname', value: 'a' },
      { key: '', value: 'b' },
    ];
    expect(fill(fresh, { image: 'redis', parameters })).toMatchObject({
      container: {
        docker: {
          parameters: [
            { key: 'hostname', value: 'a' },
            { key: '', value: 'b' },
          ],
        },
      },
    });
    expect(sentParameterRows(parameters)).toEqual([1, 2]);
  });

  it('leaves what is no number for the rules to refuse', () => {
    expect(fill(fresh, { cpus: 'two', mem: ' 64 ', disk: '1e3', instances: '' })).toMatchObject({
      cpus: 'two',
      mem: 64,
      disk: 1000,
      instances: '',
    });
  });
});

describe('a document with more than the form shows', () => {
  const rich: AppDocument = {
    id: '/prod/web',
    cmd: 'run',
    cpus: 0.5,
    mem: 32,
    disk: 0,
    instances: 2,
    labels: { tier: 'front' },
    upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 },
    container: {
      type: 'MESOS',
      docker: { image: 'web', forcePullImage: false, privileged: false, parameters: [], pullConfig: { secret: 's' } },
      volumes: [{ containerPath: '/data', hostPath: '/srv', mode: 'RO' }],
      portMappings: [{ containerPort: 80, hostPort: 0, servicePort: 10001, protocol: 'tcp', labels: { VIP_0: '/web:80' } }],
    },
    networks: [{ mode: 'container/bridge', labels: { a: 'b' } }],
    somethingNew: { deep: [1] },
  };

  it('comes back the same when nothing was changed', () => {
    expect(documentOfForm(rich, formOfDocument(rich))).toEqual(rich);
  });

  it('loses nothing when one field changes', () => {
    expect(fill(rich, { instances: '3' })).toEqual({ ...rich, instances: 3 });
    const ports = formOfDocument(rich).ports.map((port) => Object.assign({}, port, { port: '8080' }));
    expect(fill(rich, { ports })).toEqual({
      ...rich,
      container: {
        ...(rich['container'] as object),
        portMappings: [{ containerPort: 8080, hostPort: 0, servicePort: 10001, protocol: 'tcp', labels: { VIP_0: '/web:80' } }],
      },
    });
  });

  it('keeps volumes when the image goes', () => {
    expect(fill({ ...rich, networks: undefined }, { image: '', network: 'host' })['container']).toEqual({
      type: 'MESOS',
      volumes: [{ containerPath: '/data', hostPath: '/srv', mode: 'RO' }],
    });
  });

  it("is read in the spelling of 2016 and written in today's", () => {
    const old: AppDocument = {
      id: 'redis',
      container: { type: 'DOCKER', docker: { image: 'redis', network: 'BRIDGE', portMappings: [{ containerPort: 6379, hostPort: 0 }] } },
    };
    expect(formOfDocument(old)).toMatchObject({ network: 'bridge', ports: [{ port: '6379' }] });
    const ports = formOfDocument(old).ports.map((port) => Object.assign({}, port, { name: 'redis' }));
    expect(fill(old, { ports })).toEqual({
      id: 'redis',
      container: {
        type: 'DOCKER',
        docker: { image: 'redis' },
        portMappings: [{ containerPort: 6379, hostPort: 0, protocol: 'tcp', name: 'redis' }],
      },
      networks: [{ mode: 'container/bridge' }],
    });
    expect(documentOfForm(old, formOfDocument(old))).toEqual(old);
  });

  it('never throws, whatever the document holds', () => {
    const document = fc.dictionary(fc.constantFrom('id', 'container', 'networks', 'portDefinitions', 'cpus', 'x'), fc.jsonValue());
    fc.assert(fc.property(document, (given) => void documentOfForm(given, { ...formOfDocument(given), network: 'bridge', image: 'i' })));
  });
});
