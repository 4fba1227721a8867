import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { IconButton } from './IconButton.tsx';

const SHOWN_MS = 1_600;

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { common } = useMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <IconButton label={copied ? common.copied : (label ?? common.copy)} onClick={() => void copy()}>
      {copied ? <Check aria-hidden size={15} className="text-ok" /> : <Copy aria-hidden size={15} />}
    </IconButton>
  );
}
