import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packAnswers } from './pack-answers.ts';

const long = (word: string): string => JSON.stringify(Array.from({ length: 400 }, () => word));
const ask = (headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate' }) => new Request('http://m1/v2/apps', { headers });

it('packs what is asked for packed, each time as it is then', async () => {
  let word = 'one';
  const component = packAnswers(async (request) => {
    expect(request.headers.has('accept-encoding')).toBe(false);
    return Response.json(JSON.parse(long(word)));
  });
  for (const now of ['one', 'one', 'two']) {
    word = now;
    const answer = await component(ask());
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(long(now));
  }
});

it('leaves alone what is short, what is a stream, and what nobody wants packed', async () => {
  const coding = async (answer: Response, request = ask()) =>
    (await packAnswers(async () => answer)(request)).headers.get('content-encoding');
  expect(await coding(Response.json({}))).toBeNull();
  expect(await coding(new Response(long('x'), { headers: { 'content-type': 'text/event-stream' } }))).toBeNull();
  expect(await coding(Response.json(JSON.parse(long('x'))), ask({ 'accept-encoding': 'gzip;q=0' }))).toBeNull();
  expect(await coding(Response.json(JSON.parse(long('x'))), ask({}))).toBeNull();
});
