import type { ReactNode } from 'react';
import { useHelpWords } from '../i18n/help-words.ts';
import { useMessages } from '../i18n/messages.ts';
import { Page } from '../layouts/Page.tsx';
import { ShortcutList } from '../layouts/ShortcutList.tsx';

/** What the words and colours of the Marathon pages mean, and what its actions do. */
export function HelpPage() {
  const { documentation: words } = useHelpWords();
  const { status, health } = useMessages().marathon;
  return (
    <Page title={words.title} text>
      <div className="flex max-w-3xl flex-col gap-6">
        <Section title={words.statuses}>
          <Terms entries={Object.entries(status.words).map(([key, word]) => [word, status.hints[key as keyof typeof status.hints]])} />
        </Section>
        <Section title={words.health}>
          <Terms entries={Object.entries(words.healthKinds).map(([key, text]) => [health[key as keyof typeof words.healthKinds], text])} />
        </Section>
        <Section title={words.suspend}>{words.suspendText}</Section>
        <Section title={words.destroy}>{words.destroyText}</Section>
        <Section title={words.deployments}>{words.deploymentsText}</Section>
        <Section title={words.notifications}>{words.notificationsText}</Section>
        <Section title={words.keys}>
          <ShortcutList />
        </Section>
      </div>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Terms({ entries }: { entries: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
      {entries.map(([term, text]) => (
        <div key={term} className="contents">
          <dt className="font-medium">{term}</dt>
          <dd className="text-muted max-sm:pb-1.5">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
