import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { changeOf } from '../../forms/application/app-change.ts';
import { Review } from '../../forms/application/review/Review.tsx';
import { useAppWords } from '../../i18n/app-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { appDocumentQuery, editableDocument } from '../../live/app-definition.ts';
import { isLocked, updateApp } from '../../live/marathon-actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { formatDateTime } from '../../util/format.ts';
import { LockedNotice } from './parts/LockedNotice.tsx';
import { useAppDialog } from './parts/use-list-base.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** Brings an older version back (`?version=`), after a look at what changes and whether instances are replaced. */
export function ApplyVersionDialog() {
  const places = useMarathonPaths();
  const { applying: words, configuration } = useAppWords();
  const { common, marathon } = useMessages();
  const { appId } = useAppDialog();
  const version = useSearchParams()[0].get('version') ?? '';
  const navigate = useNavigate();
  const latest = useQuery(appDocumentQuery(appId));
  const chosen = useQuery({ ...appDocumentQuery(appId, version), enabled: version !== '' });
  const running = useMemo(() => latest.data && editableDocument(latest.data), [latest.data]);
  const wanted = useMemo(() => chosen.data && editableDocument(chosen.data), [chosen.data]);
  const change = running && wanted && changeOf(running, wanted);
  const close = () => void navigate(places.appConfiguration(appId), { preventScrollReset: true });
  const { apply, pending, error } = useApply(appId, close);
  const locked = isLocked(error);
  const failed = latest.error ?? chosen.error;
  return (
    <Dialog
      title={words.title(version === '' ? '?' : formatDateTime(Date.parse(version)))}
      width="lg"
      flush
      onClose={close}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {common.cancel}
          </Button>
          <Button
            variant={locked ? 'danger' : 'primary'}
            pending={pending}
            disabledReason={running && wanted && !change ? words.same : undefined}
            onClick={() => change && apply({ ...change, force: locked })}
          >
            {locked ? marathon.conflict.stopAnd(configuration.apply) : configuration.apply}
          </Button>
        </>
      }
    >
      {version === '' && <p className="p-5">{words.unknown}</p>}
      {failed && <ErrorState title={configuration.versionFailed} detail={failed.message} />}
      {error && (
        <div className="px-5 pt-4">
          <Banner tone="danger">{locked ? <LockedNotice error={error} /> : error.message}</Banner>
        </div>
      )}
      {running && wanted ? <Review document={wanted} running={running} /> : !failed && version !== '' && <Skeleton className="m-5 h-40" />}
    </Dialog>
  );
}

function useApply(appId: string, close: () => void) {
  const { applying: words } = useAppWords();
  const toast = useToast();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: { body: Readonly<Record<string, unknown>>; partial: boolean; force: boolean }) =>
      updateApp(client, { id: appId, ...change }),
    onSuccess: () => {
      toast({ tone: 'ok', title: words.done(appId) });
      close();
    },
  });
  return { apply: mutate, pending: isPending, error };
}
