import { useRouteError } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';

/** What browsers say when a chunk of the app cannot be fetched. */
const CHUNK_FAILURE = /dynamically imported module|module script failed|error loading dynamically/i;

/** A fault of the dashboard's own, or a part of it that could not be loaded. */
export function CrashPage() {
  const { shell, common } = useMessages();
  const error = useRouteError();
  const text = error instanceof Error ? error.message : String(error);
  const outdated = CHUNK_FAILURE.test(text);
  return (
    <div className="mx-auto flex max-w-2xl flex-col items-center gap-2 p-6">
      <ErrorState title={shell.crash.title} detail={outdated ? shell.crash.outdated : shell.crash.detail} />
      <Button variant="primary" harmless onClick={() => location.reload()}>
        {shell.crash.reload}
      </Button>
      {!outdated && (
        <div className="mt-6 w-full">
          <CodeBlock label={common.failure} code={error instanceof Error ? (error.stack ?? text) : text} />
        </div>
      )}
    </div>
  );
}
