import { Outlet } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { useAppContext } from './parts/use-app.ts';
import { definitionOfApp } from '../../live/app-definition.ts';

/** The definition that is wished for now, as Marathon keeps it. */
export function ConfigurationTab() {
  const { app: words } = useMessages().marathon;
  const { app } = useAppContext();
  return (
    <>
      <CodeBlock label={words.definition} code={JSON.stringify(definitionOfApp(app), undefined, 2)} />
      <Outlet />
    </>
  );
}
