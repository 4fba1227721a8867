import { useHelpWords } from '../i18n/help-words.ts';
import { useMarathonApiWords } from '../i18n/marathon-api-words.ts';
import { Page } from '../layouts/Page.tsx';
import { withBase } from '../util/http.ts';

const SERVICE = '/service/marathon';
/** What a browser can open as it is: it reads, it names no id, and it ends. */
const canOpen = (method: string, path: string): boolean => method === 'GET' && !path.includes('{') && path !== '/v2/events';

/** The requests that Marathon answers. */
export function ApiReferencePage() {
  const { api: words } = useHelpWords();
  const entries = useMarathonApiWords();
  return (
    <Page title={words.title}>
      <p className="text-muted">{words.intro}</p>
      <div className="rounded-lg border border-line bg-surface">
        <table aria-label={words.label} className="block">
          <thead className="block max-sm:sr-only">
            <tr className="grid grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,1.4fr)] gap-x-3 border-b border-line px-4 py-2 text-xs text-muted">
              <th className="text-left font-medium">{words.method}</th>
              <th className="text-left font-medium">{words.path}</th>
              <th className="text-left font-medium">{words.what}</th>
            </tr>
          </thead>
          <tbody className="block divide-y divide-line">
            {entries.map(({ method, path, what }) => (
              <tr
                key={`${method} ${path}`}
                className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 px-4 py-2 text-sm sm:grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,1.4fr)]"
              >
                <td className="font-mono text-xs leading-5 text-muted">{method}</td>
                <td className="font-mono text-xs leading-5 wrap-anywhere">
                  {canOpen(method, path) ? (
                    <a href={withBase(`${SERVICE}${path}`)} className="text-accent hover:underline">
                      {path}
                    </a>
                  ) : (
                    path
                  )}
                </td>
                <td className="max-sm:col-span-2">{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}
