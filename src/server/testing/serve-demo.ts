import path from 'node:path';
import { createAssets } from '../http/assets.ts';
import { serve } from '../http/serve.ts';

// Serves the static demo (`npm run build:demo`) on the port given, for the browser tests.
const port = Number(process.argv[2] ?? 0);
const server = await serve(createAssets(path.resolve(import.meta.dirname, '../../../dist/demo')), { address: '127.0.0.1', port });
console.log(`http://127.0.0.1:${server.port}/`);
