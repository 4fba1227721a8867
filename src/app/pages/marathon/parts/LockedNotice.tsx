import { Link } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import { lockingDeployments } from '../../../live/marathon-actions.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** Says that a running deployment is in the way, and leads to it. */
export function LockedNotice({ error, text }: { error: unknown; text?: string }) {
  const places = useMarathonPaths();
  const { conflict } = useMessages().marathon;
  const [deployment] = lockingDeployments(error);
  return (
    <>
      {text ?? conflict.locked}{' '}
      <Link to={deployment === undefined ? places.deployments() : places.deployment(deployment)} className="font-medium underline">
        {conflict.showDeployments}
      </Link>
    </>
  );
}
