import { Compass } from 'lucide-react';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { Page } from '../layouts/Page.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NotFoundPage() {
  const { shell } = useMessages();
  const { pathname } = useLocation();
  return (
    <Page title={shell.notFound.title} hideHeader>
      <EmptyState
        icon={<Compass aria-hidden size={36} />}
        title={shell.notFound.title}
        action={
          <ButtonLink to={paths.dashboard()} variant="primary" harmless>
            {shell.notFound.toDashboard}
          </ButtonLink>
        }
      >
        {shell.notFound.detail(pathname)}
      </EmptyState>
    </Page>
  );
}
