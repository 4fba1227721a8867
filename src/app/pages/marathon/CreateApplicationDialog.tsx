import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { SECTIONS, type Section } from '../../forms/application/field-of-path.ts';
import { newDocument } from '../../forms/application/form-values.ts';
import { problemsOfDetails } from '../../forms/application/problems.ts';
import type { Refusal, SubmitApp } from '../../forms/application/use-app-form.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { createApp, isLocked } from '../../live/marathon-actions.ts';
import { keepingSearch, paths } from '../../paths.ts';
import { useToast } from '../../ui/use-toast.ts';
import { ApiError } from '../../util/http.ts';
import { useListGroup } from './parts/use-list-base.ts';

const SECTION = 'section';

/** *New Application* over the list. What was created shows in the list at once; what was refused says why at its field. */
export function CreateApplicationDialog() {
  const form = useFormWords();
  const groupId = useListGroup();
  const navigate = useNavigate();
  const { search } = useLocation();
  const toast = useToast();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const [section, setSection] = useSection();
  const document = useMemo(() => newDocument(groupId), [groupId]);
  const close = () => void navigate(keepingSearch(paths.marathon.group(groupId), withoutSection(search)), { preventScrollReset: true });
  const submit: SubmitApp = async (wanted, values) => {
    const id = resolveId(values.id.trim());
    try {
      await createApp(client, { ...wanted, id });
    } catch (error) {
      return refusalOf(error, id, values);
    }
    toast({ tone: 'ok', title: form.created(id) });
    close();
    return undefined;
  };
  return (
    <AppFormDialog
      title={form.newApplication}
      submitLabel={form.create}
      document={document}
      section={section}
      onSection={setSection}
      onSubmit={submit}
      onClose={close}
    />
  );
}

/** Puts Marathon's refusal into words at the fields that it is about. */
function useRefusal(): (error: unknown, id: string, values: Parameters<SubmitApp>[1]) => Refusal {
  const { conflict } = useMessages().marathon;
  const { problems: words } = useFormWords();
  return (error, id, values) => {
    if (!(error instanceof ApiError)) return { problems: [{ field: 'root', message: String(error) }] };
    if (isLocked(error)) {
      return {
        problems: [{ field: 'root', message: conflict.locked }],
        notice: <NoticeLink to={paths.marathon.deployments()} label={conflict.showDeployments} />,
      };
    }
    if (error.status === 409) {
      return {
        problems: [{ field: 'id', message: conflict.exists(id) }],
        notice: <NoticeLink to={paths.marathon.app(id)} label={conflict.showExisting(id)} />,
      };
    }
    const problems = problemsOfDetails(error.details, values, words);
    return { problems: problems.length > 0 ? problems : [{ field: 'root', message: error.message }] };
  };
}

function NoticeLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="font-medium underline">
      {label}
    </Link>
  );
}

/** The section of the form that is open, kept in the URL. */
function useSection(): [Section, (section: Section) => void] {
  const [search, setSearch] = useSearchParams();
  const named = SECTIONS.find((section) => section === search.get(SECTION));
  const set = useCallback(
    (section: Section) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          next.set(SECTION, section);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [named ?? 'general', set];
}

function withoutSection(search: string): string {
  const rest = new URLSearchParams(search);
  rest.delete(SECTION);
  return rest.toString();
}
