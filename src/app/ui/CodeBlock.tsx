import { CopyButton } from './CopyButton.tsx';

/** Text to be read or copied as it is: a command, a JSON document. Shown whole: a region that scrolls would need the keyboard's focus. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <pre aria-label={label} className="py-2 pr-12 pl-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
      <span className="absolute top-1 right-1">
        <CopyButton text={code} />
      </span>
    </div>
  );
}
