import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateApp } from '../../../../api/marathon/app.ts';
import { parseDockerRun, withDockerRun } from './docker-run.ts';
import { mebibytesOf, portOf, secondsOf } from './run-values.ts';
import { shellWords } from './shell-words.ts';

const start = { id: '', cpus: 1, mem: 128, disk: 0, instances: 1 };
const appOf = (line: string, document: Readonly<Record<string, unknown>> = start) => {
  const run = parseDockerRun(line);
  return run && withDockerRun(document, run);
};
const noticesOf = (line: string): string[] | undefined => parseDockerRun(line)?.notices.map(({ option, reason }) => `${option}: ${reason}`);

describe('words of a command line', () => {
  it('are parted as a shell does', () => {
    expect(shellWords(`a 'b c' "d \\"e\\" \\n" f\\ g "" \\\n  h'i'"j"`)).toEqual(['a', 'b c', 'd "e" \\n', 'f g', '', 'hij']);
    expect(shellWords('a "b')).toBeUndefined();
  });

  it('come back whole from quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(shellWords(words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' '))).toEqual(words);
      }),
    );
  });
});

describe('a docker run line', () => {
  it('fills in an app', () => {
    expect(
      appOf(
        `docker run -d --name My_Redis -p 6379:6379 -p 127.0.0.1:53:53/udp -v /srv/data:/data:ro -e MODE=fast --env "GREETING=hello world" ` +
          `--label team=shop -m 512m --cpus=0.5 --privileged --pull always redis:7 redis-server --appendonly yes`,
      ),
    ).toEqual({
      ...start,
      id: 'my-redis',
      cpus: 0.5,
      mem: 512,
      args: ['redis-server', '--appendonly', 'yes'],
      container: {
        type: 'DOCKER',
        docker: { image: 'redis:7', privileged: true, forcePullImage: true },
        volumes: [{ containerPath: '/data', hostPath: '/srv/data', mode: 'RO' }],
        portMappings: [
          { containerPort: 6379, hostPort: 6379, protocol: 'tcp' },
          { containerPort: 53, hostPort: 53, protocol: 'udp' },
        ],
      },
      networks: [{ mode: 'container/bridge' }],
      env: { MODE: 'fast', GREETING: 'hello world' },
      labels: { team: 'shop' },
    });
  });

  it('is understood over several lines, after sudo, with short options in one word', () => {
    expect(appOf('$ sudo docker container run \\\n  -dp 80:8080 \\\n  -eA=1 nginx')).toMatchObject({
      container: { docker: { image: 'nginx' }, portMappings: [{ containerPort: 8080, hostPort: 80 }] },
      env: { A: '1' },
    });
  });

  it('hands options that only Docker knows on as parameters', () => {
    const run = appOf('docker run -w /app -u 1000:1000 --entrypoint sh --ulimit nofile=1024 -v cache:/cache --init busybox -c "echo hi"');
    expect(run).toMatchObject({
      args: ['-c', 'echo hi'],
      container: {
        docker: {
          parameters: [
            { key: 'workdir', value: '/app' },
            { key: 'user', value: '1000:1000' },
            { key: 'entrypoint', value: 'sh' },
            { key: 'ulimit', value: 'nofile=1024' },
            { key: 'volume', value: 'cache:/cache' },
            { key: 'init', value: 'true' },
          ],
        },
      },
    });
  });

  it('says what it leaves out', () => {
    expect(noticesOf('docker run -it --rm --restart=always --env-file prod.env -e HOME -P -p 80-90:80-90 --net none busybox')).toEqual([
      '--interactive: terminal',
      '--tty: terminal',
      '--restart always: restart',
      '--env-file prod.env: file',
      '--env HOME: noValue',
      '--publish-all: publishAll',
      '--publish 80-90:80-90: unreadable',
      '--network none: networkMode',
    ]);
  });

  it('knows networks, mounts and health checks', () => {
    expect(
      appOf(
        'docker run --net=dcos --mount type=bind,src=/a,dst=/b,readonly --health-cmd "curl -f localhost" --health-interval 1m30s --health-retries 5 web',
      ),
    ).toMatchObject({
      networks: [{ mode: 'container', name: 'dcos' }],
      container: { volumes: [{ containerPath: '/b', hostPath: '/a', mode: 'RO' }] },
      healthChecks: [{ protocol: 'COMMAND', command: { value: 'curl -f localhost' }, intervalSeconds: 90, maxConsecutiveFailures: 5 }],
    });
    expect(appOf('docker run --network host web')).not.toHaveProperty('networks');
  });

  it('keeps what it says nothing about, and the group of the id', () => {
    const document = {
      ...start,
      id: '/shop/',
      cmd: 'old',
      env: { A: '1' },
      portDefinitions: [{ port: 0 }],
      constraints: [['hostname', 'UNIQUE']],
    };
    expect(appOf('docker run --name web -e B=2 nginx', document)).toEqual({
      ...start,
      id: '/shop/web',
      env: { A: '1', B: '2' },
      constraints: [['hostname', 'UNIQUE']],
      container: { type: 'DOCKER', docker: { image: 'nginx' } },
    });
  });

  it.each(['', 'docker', 'docker build .', 'docker run', 'docker run -d', 'redis-server', 'docker run "web'])('is not %j', (line) => {
    expect(parseDockerRun(line)).toBeUndefined();
  });

  it('makes an app that Marathon takes', () => {
    const app = appOf('docker run --name web -p 80:80 -e A=1 -v /a:/b -w /c nginx nginx -g "daemon off;"');
    expect(validateApp(app).ok).toBe(true);
  });
});

it('reads sizes, durations and ports', () => {
  expect(['512m', '1.5g', '1048576', '64MB', '100k', 'much'].map(mebibytesOf)).toEqual([512, 1536, 1, 64, 1, undefined]);
  expect(['90s', '1m30s', '500ms', '2h', '5'].map(secondsOf)).toEqual([90, 90, 1, 7200, undefined]);
  expect([portOf('80'), portOf(':80'), portOf('[::1]:8080:80')]).toEqual([
    { containerPort: 80, protocol: 'tcp' },
    { containerPort: 80, protocol: 'tcp' },
    { containerPort: 80, hostPort: 8080, protocol: 'tcp' },
  ]);
});
