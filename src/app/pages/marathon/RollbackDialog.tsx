import { useQuery } from '@tanstack/react-query';
import { useDeploymentWords } from '../../i18n/deployment-words.ts';
import { definitionsQuery } from '../../live/former-definition.ts';
import { CancelDeploymentDialog } from './parts/CancelDeploymentDialog.tsx';
import { type RollbackEffect, rollbackEffect } from './rules/rollback-effect.ts';

const APPS_EXPLAINED = 10;

/** Before a deployment is undone: what becomes of each of its apps. */
export function RollbackDialog() {
  const words = useDeploymentWords();
  return (
    <CancelDeploymentDialog title={words.rollbackTitle} label={words.rollback} force={false} done={words.rolledBack}>
      {({ affectedApps, version }) => (
        <>
          <p>{words.rollbackLead}</p>
          <ul aria-label={words.affected} className="flex flex-col gap-1 wrap-anywhere">
            {affectedApps.slice(0, APPS_EXPLAINED).map((id) => (
              <Effect key={id} id={id} deploymentVersion={version} />
            ))}
            {affectedApps.length > APPS_EXPLAINED && <li className="text-muted">{words.more(affectedApps.length - APPS_EXPLAINED)}</li>}
          </ul>
        </>
      )}
    </CancelDeploymentDialog>
  );
}

function Effect({ id, deploymentVersion }: { id: string; deploymentVersion: string }) {
  const { effects: words } = useDeploymentWords();
  const { data, isPending } = useQuery(definitionsQuery(id, deploymentVersion));
  const said = data === undefined ? (isPending ? words.looking : words.unknown) : wordsOf(rollbackEffect(data.before, data.now), words);
  return (
    <li>
      <strong className="font-medium">{id}</strong> {said}
    </li>
  );
}

function wordsOf(effect: RollbackEffect, words: ReturnType<typeof useDeploymentWords>['effects']): string {
  if (effect.kind === 'scaled') return words.scaled(effect.from, effect.to);
  return effect.kind === 'reverted' ? words.reverted(effect.keys.join(', ')) : words[effect.kind];
}
