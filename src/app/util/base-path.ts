/** Below which path the pages are, with a slash at its end: known when they were built, or said by the server that sent them. */
export const basePath: string = import.meta.env.BASE_URL === './' ? pathOfServer() : import.meta.env.BASE_URL;

function pathOfServer(): string {
  const said = document.querySelector<HTMLMetaElement>('meta[name=base-path]')?.content ?? '/';
  return new URL(said, document.baseURI).pathname;
}
