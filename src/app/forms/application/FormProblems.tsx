import { Link } from 'react-router';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { LinkedText } from './LinkedText.tsx';
import { withPath } from '../json/path-problem.ts';
import type { AppForm } from './use-app-form.ts';

/** What is wrong with the whole, above the fields; in JSON mode all that Marathon refused. */
export function FormProblems({ app, edit }: { app: AppForm; edit: boolean }) {
  const words = useFormWords();
  const { form, mode, refusal } = app;
  const general = mode === 'form' ? form.formState.errors.root?.message : undefined;
  const listed = mode === 'json' || refusal?.locked ? (refusal?.problems ?? []) : [];
  const lines = [...(general?.split('\n') ?? []), ...listed.map(({ path, message }) => withPath(path, message))];
  if (lines.length === 0 && refusal?.link === undefined) return undefined;
  return (
    <div className="px-5 pt-3">
      <Banner tone="danger" title={edit ? words.notChanged : words.rootProblem}>
        {lines.map((line) => (
          <p key={line}>
            <LinkedText text={line} />
          </p>
        ))}
        {refusal?.link && (
          <Link to={refusal.link.to} className="font-medium underline">
            {refusal.link.label}
          </Link>
        )}
      </Banner>
    </div>
  );
}
