import { expect, it } from 'vitest';
import { readViews, type SavedView, viewAddress, viewSearch, withoutView, withView } from './saved-views.ts';

const view = (id: string, name: string, page = '/services', search = 'q=is%3Arunning'): SavedView => ({ id, name, page, search });

it('keeps filters, order and layout of an address, but no dialogs and ticks', () => {
  expect(viewSearch('?view=flat&sort=-cpus&q=is%3Awaiting&modal=save-view&selected=a')).toBe('q=is%3Awaiting&sort=-cpus&view=flat');
});

it('is opened at the address that it was saved at', () => {
  expect(viewAddress(view('1', 'mine'))).toBe('/services?q=is%3Arunning');
  expect(viewAddress(view('1', 'all', '/nodes', ''))).toBe('/nodes');
});

it('has one view of a name on a page, in the order of names', () => {
  const views = withView(withView([], view('1', 'waiting')), view('2', 'broken'));
  expect(views.map(({ id }) => id)).toEqual(['2', '1']);
  expect(withView(views, view('3', 'waiting')).map(({ id }) => id)).toEqual(['2', '3']);
  expect(withView(views, view('3', 'waiting', '/nodes')).map(({ id }) => id)).toEqual(['2', '3', '1']);
});

it('renames and forgets', () => {
  const views = withView([view('1', 'a')], view('2', 'b'));
  expect(withView(views, view('1', 'z')).map(({ name }) => name)).toEqual(['b', 'z']);
  expect(withoutView(views, '1').map(({ id }) => id)).toEqual(['2']);
});

it('reads what it wrote, and leaves out what makes no sense', () => {
  const views = [view('1', 'a')];
  expect(readViews(JSON.stringify([...views, { name: 'half' }, 7]))).toEqual(views);
  expect(readViews('{')).toEqual([]);
  expect(readViews('{"a":1}')).toEqual([]);
  expect(readViews(null)).toEqual([]);
});
