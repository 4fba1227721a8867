import type { EditorState } from '@codemirror/state';
import { Suspense, useMemo, useState } from 'react';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AppFields } from './AppFields.tsx';
import type { AppDocument } from './form-values.ts';
import { jsonKindOfApp } from './json-kind-of-app.ts';
import type { AppRules } from './problems.ts';
import type { AppForm } from './use-app-form.ts';
import type { FormAddress } from './use-form-address.ts';
import { lazyPart } from '../../util/load-again.ts';

const JsonMode = lazyPart(async () => ({ default: (await import('../json/JsonMode.tsx')).JsonMode }));
const Review = lazyPart(async () => ({ default: (await import('./review/Review.tsx')).Review }));

export interface FormBodyProps {
  app: AppForm;
  address: FormAddress;
  rules: AppRules;
  running: AppDocument | undefined;
}

/** The fields, the JSON or the review of the app; the latter two come when they are asked for. */
export function FormBody({ app, address, rules, running }: FormBodyProps) {
  const [editor, setEditor] = useState<EditorState>();
  const json = useFormWords().json;
  const kind = useMemo(() => jsonKindOfApp(rules, json), [rules, json]);
  const { step, section, go } = address;
  const current = step === 'review' ? app.current() : undefined;
  if (current === undefined && app.mode === 'form')
    return <AppFields section={section} onSection={(next) => go({ section: next })} app={app} />;
  return (
    <Suspense fallback={<Skeleton className="m-5 flex-1" />}>
      {current === undefined ? (
        <JsonMode
          text={app.text}
          onText={app.setText}
          kind={kind}
          refused={app.refusal?.problems ?? NONE}
          attempts={app.attempts}
          before={editor}
          onLeave={setEditor}
        />
      ) : (
        <Review document={current} running={running} />
      )}
    </Suspense>
  );
}

const NONE: readonly never[] = [];
