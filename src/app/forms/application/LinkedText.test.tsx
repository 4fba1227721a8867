import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LinkedText } from './LinkedText.tsx';

it('makes links of addresses, but not of the full stop behind one', () => {
  const shown = renderToStaticMarkup(<LinkedText text="See https://host/docs?a=1#b. Or (http://other/x)!" />);
  expect([...shown.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['https://host/docs?a=1#b', 'http://other/x']);
  expect(shown.replace(/<[^>]*>/g, '')).toBe('See https://host/docs?a=1#b. Or (http://other/x)!');
  expect(renderToStaticMarkup(<LinkedText text="nothing <b>here</b>" />)).toBe('nothing &lt;b&gt;here&lt;/b&gt;');
});
