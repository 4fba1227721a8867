import { useState } from 'react';
import { useFilterWords } from '../../../i18n/app-filter-words.ts';
import { SearchInput } from '../../../ui/SearchInput.tsx';
import { FilterBlock } from './FilterBlock.tsx';

/** From so many labels on one searches among them. */
const MANY = 6;

export interface LabelFilterProps {
  counts: ReadonlyMap<string, number>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The labels of all applications; a chosen one stays in the list though no application has it any more. */
export function LabelFilter({ counts, chosen, onChange }: LabelFilterProps) {
  const filters = useFilterWords();
  const [text, setText] = useState('');
  const all = [...new Set([...chosen.filter((label) => !counts.has(label)), ...counts.keys()])];
  if (all.length === 0) return undefined;
  const wanted = text.trim().toLowerCase();
  const shown = all.filter((label) => chosen.includes(label) || label.toLowerCase().includes(wanted));
  return (
    <FilterBlock
      title={chosen.length === 0 ? filters.label : filters.labelsSelected(chosen.length)}
      options={shown.map((label) => ({ value: label, label: label.replace(/:$/, ''), count: counts.get(label) ?? 0 }))}
      chosen={chosen}
      onChange={onChange}
      search={all.length >= MANY && <SearchInput label={filters.searchLabels} value={text} onChange={setText} />}
    />
  );
}
