import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useVersionDiffWords } from '../../i18n/version-diff-words.ts';
import { Button } from '../../ui/Button.tsx';
import { reaches, useBreakpoint } from '../../util/use-breakpoint.ts';
import { definitionLines } from './definition-lines.ts';
import { diffLines } from './diff-lines.ts';
import { maskSecrets } from './mask-secrets.ts';
import { SideBySide } from './SideBySide.tsx';
import { Unified } from './Unified.tsx';

export interface VersionDiffProps {
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  /** What the sides are, such as a date. */
  beforeLabel: string;
  afterLabel: string;
}

/** What differs between two definitions of an app: side by side where there is room, else below each other. */
export function VersionDiff({ before, after, beforeLabel, afterLabel }: VersionDiffProps) {
  const words = useVersionDiffWords();
  const wide = reaches(useBreakpoint(), 'md');
  const [revealed, setRevealed] = useState(false);
  const masked = useMemo(() => maskSecrets(before, after), [before, after]);
  const lines = useMemo(() => {
    const shown = masked && !revealed ? masked : { before, after };
    const texts = definitionLines(shown.before, shown.after);
    return diffLines(texts.before, texts.after);
  }, [masked, revealed, before, after]);
  if (lines.every(({ kind }) => kind === 'same')) return <p className="text-muted">{words.same}</p>;
  const View = wide ? SideBySide : Unified;
  return (
    <div className="flex flex-col gap-2">
      <View lines={lines} beforeLabel={beforeLabel} afterLabel={afterLabel} />
      {masked && (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setRevealed(!revealed)}>
          {revealed ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
          {revealed ? words.hideSecrets : words.showSecrets}
        </Button>
      )}
    </div>
  );
}
