import { useMessages } from '../../../i18n/messages.ts';
import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

export function NotThere({ appId }: { appId: string }) {
  const { app } = useMessages().marathon;
  return (
    <EmptyState title={app.notFound(appId)} action={<ButtonLink to={paths.marathon.apps()}>{app.toList}</ButtonLink>}>
      {app.notFoundHint}
    </EmptyState>
  );
}
