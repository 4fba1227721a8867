import { useSearchParams } from 'react-router';
import { ExhibitorFailure } from '../../components/exhibitor/ExhibitorFailure.tsx';
import { useTree } from '../../components/exhibitor/use-tree.ts';
import { ZnodeDetails } from '../../components/exhibitor/ZnodeDetails.tsx';
import { ZnodeTree } from '../../components/exhibitor/ZnodeTree.tsx';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** The tree of znodes, and what the chosen one holds. */
export function ExplorerPage() {
  const { explorer: words } = useExhibitorWords();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('node') ?? undefined;
  const tree = useTree(chosen);
  const choose = (node: string): void => setSearch({ node }, { replace: true, preventScrollReset: true });
  return (
    <Page title={words.title} below={<p className="text-muted">{words.readOnly}</p>}>
      {tree.failure ? (
        <ExhibitorFailure error={tree.failure} onRetry={tree.retry} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(18rem,2fr)_3fr]">
          <div className="min-w-0 rounded-xl border border-line bg-surface">
            <ZnodeTree label={words.tree} rows={tree.rows} chosen={chosen} onChoose={choose} onOpen={tree.setOpen} />
          </div>
          {chosen === undefined ? <EmptyState title={words.choose} /> : <ZnodeDetails key={chosen} path={chosen} />}
        </div>
      )}
    </Page>
  );
}
