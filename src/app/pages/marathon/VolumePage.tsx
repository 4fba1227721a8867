import { Link, useParams } from 'react-router';
import { useAppWords } from '../../i18n/app-words.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { formatMegabytes } from '../../util/format.ts';
import { useAppContext } from './parts/use-app.ts';
import { useMachines } from './parts/use-machines.ts';
import { VolumeStatusText } from './parts/volume-columns.tsx';
import { appVolumes } from './rules/app-volumes.ts';
import { hostName } from './rules/machines.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** One volume of an app. */
export function VolumePage() {
  const places = useMarathonPaths();
  const { volume: words } = useAppWords();
  const { app } = useAppContext();
  const { volumeId = '' } = useParams();
  const machines = useMachines();
  const volume = appVolumes(app).find(({ id }) => id === volumeId);
  const back = <ButtonLink to={places.appVolumes(app.id)}>{words.toAll}</ButtonLink>;
  if (volume === undefined) {
    return (
      <EmptyState title={words.notFound(volumeId)} action={back}>
        {words.notFoundHint}
      </EmptyState>
    );
  }
  const { columns } = words;
  const link = 'rounded-sm underline hover:text-accent';
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <FactCard title={volume.id}>
          <Fact name={columns.status}>
            <VolumeStatusText status={volume.status} words={words} />
          </Fact>
          <Fact name={columns.type}>{words.types[volume.type]}</Fact>
          <Fact name={columns.containerPath}>{volume.containerPath}</Fact>
          <Fact name={columns.size}>{volume.size === undefined ? '–' : formatMegabytes(volume.size)}</Fact>
          <Fact name={columns.mode}>{words.modes[volume.mode] ?? volume.mode}</Fact>
          <Fact name={columns.host}>{volume.host === undefined ? '–' : hostName(machines, volume.host)}</Fact>
          <Fact name={columns.application}>
            <Link to={places.app(app.id)} className={link}>
              {app.id}
            </Link>
          </Fact>
          {volume.taskId !== undefined && (
            <Fact name={columns.task}>
              <Link to={places.task(app.id, volume.taskId)} className={link}>
                {volume.taskId}
              </Link>
            </Fact>
          )}
        </FactCard>
      </div>
      {back}
    </div>
  );
}
