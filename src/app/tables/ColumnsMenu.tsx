import { Columns3 } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Column } from './column.ts';
import { canHide, hideParameter, readHidden, withToggled } from './hidden-columns.ts';

export interface ColumnsMenuProps<Row> {
  columns: readonly Column<Row>[];
  /** That of the table, when a page has several. */
  sortParameter?: string;
}

/** Which columns a table shows; in the URL, and so in a saved view. */
export function ColumnsMenu<Row>({ columns, sortParameter = 'sort' }: ColumnsMenuProps<Row>) {
  const { columns: words } = useFilterLanguageWords();
  const [search, setSearch] = useSearchParams();
  const parameter = hideParameter(sortParameter);
  const hidden = readHidden(search.get(parameter));
  return (
    <Menu
      trigger={
        <IconButton label={words.menu} tooltip={false} className="size-9 border border-line-strong/60">
          <Columns3 aria-hidden size={16} />
        </IconButton>
      }
      items={columns
        .filter((column) => canHide(column, columns))
        .map(({ id, header }) => ({
          label: hidden.has(id) ? words.show(header) : words.hide(header),
          onSelect: () => setSearch((old) => withToggled(old, parameter, id), { replace: true, preventScrollReset: true }),
        }))}
    />
  );
}
