import { useId, useState } from 'react';
import { useFormWords } from '../../../i18n/application-form-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';
import { type DockerRun, parseDockerRun } from './docker-run.ts';

/** A place to paste a `docker run` command, out of the way until asked for. */
export function DockerRunPaste({ onRun }: { onRun: (run: DockerRun) => void }) {
  const { dockerRun: words } = useFormWords();
  const [open, setOpen] = useState(false);
  const [line, setLine] = useState('');
  const [failed, setFailed] = useState(false);
  const panelId = useId();
  const fill = () => {
    const run = parseDockerRun(line);
    setFailed(run === undefined);
    if (!run) return;
    setLine('');
    setOpen(false);
    onRun(run);
  };
  return (
    <div className="flex flex-col gap-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        className="w-fit rounded-sm text-sm font-medium text-accent hover:underline"
        onClick={() => setOpen(!open)}
      >
        {words.open}
      </button>
      {open && (
        <div id={panelId} className="flex flex-col gap-2 rounded-lg border border-line p-3">
          <Field label={words.label} hint={words.hint} error={failed ? words.unreadable : undefined}>
            <Textarea rows={3} value={line} placeholder="docker run -p 6379:6379 redis" onChange={(event) => setLine(event.target.value)} />
          </Field>
          <Button size="sm" className="self-end" onClick={fill}>
            {words.fill}
          </Button>
        </div>
      )}
    </div>
  );
}
