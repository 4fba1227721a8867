import { startNginx } from './nginx.ts';

/** nginx as a plain proxy of connections. Its module is a package of its own (`libnginx-mod-stream`). */
export const startStreamProxy = (processor: number, port: number, backendPort: number): Promise<{ stop: () => Promise<void> }> =>
  startNginx(processor, port, () => ({
    head: 'load_module /usr/lib/nginx/modules/ngx_stream_module.so;',
    blocks: `stream { server { listen 127.0.0.1:${port} backlog=1024; proxy_pass 127.0.0.1:${backendPort}; } }`,
  }));
