import { expect, test } from 'vitest';
import { parseZooKeeperUrl } from './zookeeper-url.ts';

test.each([
  ['zk://10.0.0.1:2182/mesos', { servers: [{ host: '10.0.0.1', port: 2182 }], path: '/mesos' }],
  [
    'zk://user:pass:word@m1,m2:2182,[::1]:2183/dcos/mesos/',
    {
      servers: [
        { host: 'm1', port: 2181 },
        { host: 'm2', port: 2182 },
        { host: '::1', port: 2183 },
      ],
      path: '/dcos/mesos',
      login: 'user:pass:word',
    },
  ],
  ['zk://m1', { servers: [{ host: 'm1', port: 2181 }], path: '/' }],
])('%s names an ensemble', (text, url) => {
  expect(parseZooKeeperUrl(text)).toEqual(url);
});

test.each(['m1:2181', 'http://m1:2181/mesos', 'zk://', 'zk://m1:0/', 'zk://m1:70000/', 'zk://m1,,m2/', 'zk://user@m1/', 'zk://m1//mesos'])(
  '%s does not',
  (text) => {
    expect(parseZooKeeperUrl(text)).toBeUndefined();
  },
);
