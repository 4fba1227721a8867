import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

// `bare-proxy.ts UPSTREAM`: the least that a proxy in Node can be, two pipes without any rule. It shows how much of what nginx does is
// within reach of one process of Node at all.

const upstream = new URL(process.argv[2] ?? '');
const agent = new Agent({ keepAlive: true });
const server = createServer((incoming, outgoing) => {
  const { url = '/', method, headers } = incoming;
  const passed = request(new URL(url, upstream), { method, headers, agent }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.once('error', () => outgoing.destroy());
  incoming.pipe(passed);
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
