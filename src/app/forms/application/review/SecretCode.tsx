import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { maskSecrets } from '../../../components/version-diff/mask-secrets.ts';
import { useVersionDiffWords } from '../../../i18n/version-diff-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import type { AppDocument } from '../form-values.ts';
import { writeJson } from '../../json/json-text.ts';

/** JSON whose secret-looking variables are hidden until asked for. */
export function SecretCode({ label, document }: { label: string; document: AppDocument }) {
  const words = useVersionDiffWords();
  const [revealed, setRevealed] = useState(false);
  const masked = maskSecrets(document, document)?.after;
  return (
    <>
      <CodeBlock label={label} code={writeJson(revealed ? document : (masked ?? document))} />
      {masked && (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setRevealed(!revealed)}>
          {revealed ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
          {revealed ? words.hideSecrets : words.showSecrets}
        </Button>
      )}
    </>
  );
}
