import { useMessages } from '../../../i18n/messages.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

export function NotThere({ appId }: { appId: string }) {
  const places = useMarathonPaths();
  const { app } = useMessages().marathon;
  return (
    <EmptyState title={app.notFound(appId)} action={<ButtonLink to={places.apps()}>{app.toList}</ButtonLink>}>
      {app.notFoundHint}
    </EmptyState>
  );
}
