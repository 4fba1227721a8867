import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { cancelDeploymentMutation } from '../../../live/marathon-actions.ts';
import { deploymentsQuery } from '../../../live/marathon-queries.ts';
import type { Deployment } from '../../../live/marathon-wire.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

export interface CancelDeploymentDialogProps {
  title: string;
  label: string;
  /** Stops it where it is; else it is rolled back. */
  force: boolean;
  done: string;
  children: (deployment: Deployment) => ReactNode;
}

/** Asks before a running deployment is undone or given up, with what that means for it. */
export function CancelDeploymentDialog({ title, label, force, done, children }: CancelDeploymentDialogProps) {
  const places = useMarathonPaths();
  const words = useDeploymentWords();
  const { deploymentId = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const { data: deployments } = useQuery(deploymentsQuery);
  const { mutate, isPending, error } = useMutation(cancelDeploymentMutation(useQueryClient()));
  const deployment = deployments?.find(({ id }) => id === deploymentId);
  const close = () => void navigate(places.deployments(), { preventScrollReset: true });
  const cancel = () => {
    if (deployment === undefined) {
      close();
      return;
    }
    mutate(
      { id: deploymentId, force },
      {
        onSuccess: () => {
          toast({ tone: 'ok', title: done });
          close();
        },
      },
    );
  };
  return (
    <ConfirmDialog title={title} confirmLabel={label} danger pending={isPending} error={error?.message} onConfirm={cancel} onClose={close}>
      {deployment && children(deployment)}
      {deployments && deployment === undefined && <p>{words.gone}</p>}
    </ConfirmDialog>
  );
}
