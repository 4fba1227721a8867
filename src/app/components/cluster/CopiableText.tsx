import { useClusterWords } from '../../i18n/cluster-words.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** An id or address as it is, to be copied; where there is none, that. */
export function CopiableText({ text }: { text: string | undefined }) {
  const { unknown } = useClusterWords();
  if (text === undefined || text === '') return <span className="text-muted">{unknown}</span>;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="font-mono text-xs wrap-anywhere">{text}</span>
      <CopyButton text={text} />
    </span>
  );
}
