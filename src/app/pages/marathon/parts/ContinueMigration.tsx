import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { goOnWithPlan } from '../../../live/migration-actions.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { continuePath } from '../rules/continue-path.ts';
import { waitsForUser } from '../rules/migration.ts';

/** Of an app whose migration waits for a decision: what that means, and the way on. Nothing for any other app. */
export function ContinueMigration({ app }: { app: AppSummary }) {
  const { migration: words } = useDeploymentWords();
  const client = useQueryClient();
  const toast = useToast();
  const path = continuePath(app);
  const goOn = useMutation({
    mutationFn: (to: string) => goOnWithPlan(client, app.id, to),
    onSuccess: () => toast({ tone: 'ok', title: words.continued(app.id) }),
  });
  if (!waitsForUser(app)) return undefined;
  return (
    <Banner
      tone={goOn.isError ? 'danger' : 'warn'}
      title={goOn.isError ? words.failed : words.waits(app.id)}
      action={
        path !== undefined && (
          <Button variant="primary" size="sm" pending={goOn.isPending} onClick={() => goOn.mutate(path)}>
            {words.goOn}
          </Button>
        )
      }
    >
      {goOn.isError ? words.failedHint(goOn.error.message) : path === undefined ? words.noAddress : words.hint(path)}
    </Banner>
  );
}
