const ANYWHERE = 'http://router.invalid';

/** Where to go after login: a path of this server, `/` for anything else (no open redirect). */
export function returnPath(wanted: string | null | undefined): string {
  const url = URL.parse(wanted ?? '/', ANYWHERE);
  if (!url || url.origin !== ANYWHERE || !wanted?.startsWith('/') || url.pathname === '/login') return '/';
  // `/.//evil.example` has the path `//evil.example`, which as a Location is another host
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}${url.hash}`;
}
