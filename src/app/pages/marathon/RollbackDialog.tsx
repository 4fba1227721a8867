import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { cancelDeploymentMutation } from '../../live/marathon-actions.ts';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import { paths } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/use-toast.ts';

export function RollbackDialog() {
  const { deployment: words } = useMessages().marathon;
  const { deploymentId = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const deployments = useQuery(deploymentsQuery);
  const { mutate, isPending, error } = useMutation(cancelDeploymentMutation(useQueryClient()));
  const apps = deployments.data?.find(({ id }) => id === deploymentId)?.affectedApps ?? [];
  const close = () => void navigate(paths.marathon.deployments(), { preventScrollReset: true });
  const rollback = () =>
    mutate(
      { id: deploymentId, force: false },
      {
        onSuccess: () => {
          toast({ tone: 'ok', title: words.rolledBack });
          close();
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.rollbackTitle}
      confirmLabel={words.rollback}
      danger
      pending={isPending}
      error={error?.message}
      onConfirm={rollback}
      onClose={close}
    >
      <p>{words.rollbackText(apps.join(', '))}</p>
    </ConfirmDialog>
  );
}
