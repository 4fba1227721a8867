import { type ReactNode, useMemo } from 'react';
import { resolveId } from '../../../../api/marathon/app-id.ts';
import { VersionDiff } from '../../../components/version-diff/VersionDiff.tsx';
import { useReviewWords } from '../../../i18n/application-review-words.ts';
import { changeOf } from '../app-change.ts';
import { textAt } from '../../json/document-parts.ts';
import type { AppDocument } from '../form-values.ts';
import { type Effect, effectOf } from './deployment-effect.ts';
import { PlanSteps } from './PlanSteps.tsx';
import { SecretCode } from './SecretCode.tsx';

/** What will be sent and what it does: of an edit the difference to the app that is there. */
export function Review({ document, running }: { document: AppDocument; running: AppDocument | undefined }) {
  const words = useReviewWords();
  const id = resolveId(textAt(document, 'id'));
  const effect = useMemo(() => effectOf(running, document), [running, document]);
  const change = running === undefined ? { body: document, partial: false } : changeOf(running, document);
  return (
    <div className="flex flex-1 flex-col gap-5 px-5 py-4 sm:overflow-y-auto">
      <Part title={words.effects}>
        <p>{sentenceOf(effect, words)}</p>
        {effect.kind !== 'none' && <PlanSteps document={document} id={id} />}
      </Part>
      {running !== undefined && (
        <Part title={words.changes}>
          <VersionDiff before={running} after={document} beforeLabel={words.now} afterLabel={words.after} />
        </Part>
      )}
      {change !== undefined && (
        <Part title={words.sent}>
          <p className="text-xs text-muted">{running === undefined ? words.createRequest : words.updateRequest(id, change.partial)}</p>
          <SecretCode label={words.sent} document={change.body} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function sentenceOf(effect: Effect, words: ReturnType<typeof useReviewWords>): string {
  switch (effect.kind) {
    case 'none':
      return words.nothing;
    case 'start':
      return words.start(effect.instances);
    case 'scale':
      return effect.to >= effect.from ? words.scaleUp(effect.to - effect.from) : words.scaleDown(effect.from - effect.to);
    case 'replace':
      return words.replace(effect.instances, effect.least, effect.most);
    default:
      return effect satisfies never;
  }
}
