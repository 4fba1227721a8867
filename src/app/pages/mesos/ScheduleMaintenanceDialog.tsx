import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { machineOfAgent } from '../../components/mesos/machine-of-agent.ts';
import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { agentsQuery } from '../../live/mesos-agents.ts';
import { maintenanceQuery, setSchedule, withWindow } from '../../live/mesos-maintenance.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

const HOUR_MS = 3_600_000;

/** Tells the frameworks that a machine will be away, from when, and for how long. */
export function ScheduleMaintenanceDialog() {
  const { maintenance: words } = useMesosWords();
  const agents = useQuery(agentsQuery).data ?? [];
  const schedule = useQuery(maintenanceQuery).data?.schedule;
  const [chosen, setChosen] = useState('');
  const [begin, setBegin] = useState(() => localMinute(Date.now() + HOUR_MS));
  const [hours, setHours] = useState('');
  const agent = agents.find(({ id }) => id === chosen) ?? agents[0];
  const beginAt = Date.parse(begin);
  const hoursWrong = hours.trim() !== '' && !(Number(hours) > 0);
  const beginWrong = Number.isNaN(beginAt);
  const ready = agent !== undefined && schedule !== undefined && !hoursWrong && !beginWrong;
  return (
    <OperatorDialog
      title={words.addTitle}
      label={words.scheduleIt}
      back={mesosPaths.maintenance()}
      done={words.scheduled(agent?.hostname ?? '')}
      action={
        ready
          ? () =>
              setSchedule(withWindow(schedule, machineOfAgent(agent), beginAt, hours.trim() === '' ? undefined : Number(hours) * HOUR_MS))
          : undefined
      }
    >
      <Field label={words.machine} required>
        <Select
          value={agent?.id ?? ''}
          onChange={(event) => setChosen(event.target.value)}
          options={agents.map(({ id, hostname }) => ({ value: id, label: hostname }))}
        />
      </Field>
      <Field label={words.beginField} required error={beginWrong ? words.wrongBegin : undefined}>
        <TextInput type="datetime-local" value={begin} onChange={(event) => setBegin(event.target.value)} />
      </Field>
      <Field label={words.duration} hint={words.durationHint} error={hoursWrong ? words.wrongDuration : undefined}>
        <NumberInput value={hours} onChange={(event) => setHours(event.target.value)} />
      </Field>
    </OperatorDialog>
  );
}

/** As an input of date and time takes it: local, to the minute. */
function localMinute(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}
