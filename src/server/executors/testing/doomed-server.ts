import { tmpdir } from 'node:os';
import Dockerode from 'dockerode';
import type { ContainerSpec } from '../../../cluster/executor/containerizer.ts';
import { createDockerContainerizer } from '../../engine/docker-containerizer.ts';
import { createProcessContainerizer } from '../process-containerizer.ts';
import { createSandboxDirectories } from '../sandbox-directories.ts';
import { testKernel } from './test-kernel.ts';

const [kind, text = '{}', cluster = ''] = process.argv.slice(2);
const spec = JSON.parse(text) as ContainerSpec;
const files = createSandboxDirectories(tmpdir());
const engine = { docker: new Dockerode(), socket: process.env.DOCKER_HOST ?? '', ready: Promise.resolve(), isStopping: () => false };
const containerizer =
  kind === 'docker' ? createDockerContainerizer(testKernel(), engine, files, { cluster }) : createProcessContainerizer(testKernel(), files);
containerizer.launch(spec, (update) => process.send?.(update));
process.on('message', () => {
  containerizer.kill(spec.containerId, 2 ** 30);
  process.send?.('killing');
});
