import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Fetch } from '../../api/http/fetch.ts';
import { acceptedCoding } from '../../api/http/accepted-coding.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css;charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html;charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/;
const HASHED = /\/assets\//;
const FOREVER = 'public, max-age=31536000, immutable';
const BROTLI_QUALITY = 9;

interface Asset {
  type: string;
  etag: string;
  bytes: Map<'' | 'br' | 'gzip', Buffer<ArrayBuffer>>;
}

/**
 * The built pages as a fetch function: a file of `directory` where there is one, else `index.html`, since the pages have
 * their own router. `base` is the path that they are seen below: they are built to be put anywhere (`./`), and learn it from their page.
 */
export function createAssets(directory: string, base = '/'): Fetch {
  const load = assetsOf(directory, (name, bytes) =>
    name === '/index.html' ? Buffer.from(bytes.toString().replaceAll('="./', `="${base}`)) : bytes,
  );
  return reads(async (request, pathname) => {
    const wantsFile = /\.\w+$/.test(pathname);
    const asset = wantsFile ? await load(pathname) : undefined;
    if (asset) return answer(request, asset, HASHED.test(pathname) ? FOREVER : 'no-cache');
    // a missing script must not be answered with a page: the browser would try to run it
    const index = HASHED.test(pathname) ? undefined : await load('/index.html');
    return index && answer(request, index, 'no-cache');
  });
}

/** Files that somebody else built, with `index.html` at `/`. Their names do not tell one version from another. */
export function createStaticFiles(directory: string): Fetch {
  const load = assetsOf(directory);
  return reads(async (request, pathname) => {
    const asset = await load(pathname === '/' ? '/index.html' : pathname);
    return asset && answer(request, asset, 'no-cache');
  });
}

function reads(find: (request: Request, pathname: string) => Promise<Response | undefined>): Fetch {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    const found = await find(request, decodeURIComponent(new URL(request.url).pathname));
    return found ?? new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain;charset=utf-8' } });
  };
}

type Edit = (name: string, bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>;

/** Files are read and compressed once, at their first request. */
function assetsOf(directory: string, edit?: Edit): (name: string) => Promise<Asset | undefined> {
  const cache = new Map<string, Promise<Asset | undefined>>();
  return (name) => {
    let asset = cache.get(name);
    if (!asset) cache.set(name, (asset = loadAsset(directory, name, edit)));
    return asset;
  };
}

async function loadAsset(directory: string, name: string, edit: Edit = (_, bytes) => bytes): Promise<Asset | undefined> {
  const file = path.join(directory, path.normalize(name));
  if (!file.startsWith(directory + path.sep)) return undefined;
  const read = await readFile(file).catch(() => undefined);
  if (!read) return undefined;
  const plain = edit(name, read);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const bytes: Asset['bytes'] = new Map([['', plain]]);
  if (COMPRESSIBLE.test(type) && plain.length > 1024) {
    bytes.set('br', await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }));
    bytes.set('gzip', await promisify(gzip)(plain, { level: 9 }));
  }
  return { type, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, bytes };
}

function answer(request: Request, asset: Asset, caching: string): Response {
  const headers: Record<string, string> = { 'cache-control': caching, etag: asset.etag, vary: 'Accept-Encoding' };
  if (request.headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers });
  const packed = (['br', 'gzip'] as const).filter((name) => asset.bytes.has(name));
  const encoding = acceptedCoding(request.headers, packed) ?? '';
  const body = asset.bytes.get(encoding);
  if (encoding) headers['content-encoding'] = encoding;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: { ...headers, 'content-type': asset.type, 'content-length': String(body?.length ?? 0) },
  });
}
