import { useMessages } from '../../i18n/messages.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { useAppContext } from './parts/use-app.ts';
import { definitionOfApp } from './rules/definition-of-app.ts';

/** The definition that is wished for now, as Marathon keeps it. */
export function ConfigurationTab() {
  const { app: words } = useMessages().marathon;
  const { app } = useAppContext();
  return <CodeBlock label={words.definition} code={JSON.stringify(definitionOfApp(app), undefined, 2)} />;
}
