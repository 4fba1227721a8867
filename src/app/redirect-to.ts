import { type LoaderFunction, redirect } from 'react-router';
import { keepingSearch } from './paths.ts';

/** A loader for an old or short address: goes on to the page's own, with the query kept. */
export function redirectTo(path: () => string): LoaderFunction {
  return ({ request }) => redirect(keepingSearch(path(), new URL(request.url).search));
}
