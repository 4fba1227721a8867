import { useDeploymentWords } from '../../i18n/deployment-words.ts';
import { CancelDeploymentDialog } from './parts/CancelDeploymentDialog.tsx';
import { plannedSteps } from './rules/deployment-steps.ts';

/** Before a deployment is given up where it is: what it would still have done. */
export function StopDeploymentDialog() {
  const words = useDeploymentWords();
  return (
    <CancelDeploymentDialog title={words.stopTitle} label={words.stop} force done={words.stopped}>
      {(deployment) => {
        const left = plannedSteps(deployment).filter(({ state }) => state !== 'done');
        return (
          <>
            <p>{words.stopLead}</p>
            <div>
              <p className="font-medium">{words.stopLeft}</p>
              <ol className="list-disc pl-5 wrap-anywhere">
                {left.flatMap(({ number, actions }) =>
                  actions.map(({ action, id }) => (
                    <li key={`${number} ${action} ${id}`}>
                      {words.actions[action] ?? action} {id}
                    </li>
                  )),
                )}
              </ol>
            </div>
            <p>{words.stopAfter}</p>
          </>
        );
      }}
    </CancelDeploymentDialog>
  );
}
