import type { ReactNode } from 'react';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { FormGroup } from './FormGroup.tsx';
import { useJobFields } from './job-form-context.ts';
import { FlagJobField, LinesJobField, NumberJobField, TextJobField } from './JobFields.tsx';
import { ConstraintRows, ContainerFields, EnvironmentRows, FileRows } from './ListSections.tsx';
import { TriggerFields } from './TriggerFields.tsx';

/** All of a job's settings as fields, the rarer ones folded away. */
export function JobFormFields() {
  const words = useJobFormWords();
  const { nameLocked } = useJobFields();
  const { groups } = words;
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      <TextJobField
        name="name"
        label={words.name}
        hint={nameLocked ? words.nameLocked : words.nameHint}
        required={!nameLocked}
        readOnly={nameLocked}
      />
      <LinesJobField name="command" label={words.command} hint={words.commandHint} />
      <TextJobField name="description" label={words.description} />
      <FormGroup title={groups.when}>
        <TriggerFields />
        <FlagJobField name="disabled" label={words.disabled} hint={words.disabledHint} />
      </FormGroup>
      <FormGroup title={groups.resources}>
        <div className="grid grid-cols-3 gap-3">
          <NumberJobField name="cpus" label={words.cpus} fallback="0.1" />
          <NumberJobField name="mem" label={words.mem} fallback="128" />
          <NumberJobField name="disk" label={words.disk} fallback="256" />
        </div>
        <FlagJobField name="highPriority" label={words.highPriority} hint={words.highPriorityHint} />
      </FormGroup>
      <RareGroups />
    </div>
  );
}

function RareGroups() {
  const words = useJobFormWords();
  const { groups } = words;
  return (
    <>
      <Rare title={groups.container} keys={['container']}>
        <ContainerFields />
      </Rare>
      <Rare title={groups.environment} keys={['environmentVariables', 'arguments', 'shell']}>
        <FlagJobField name="shell" label={words.shell} hint={words.shellHint} fallback />
        <EnvironmentRows />
      </Rare>
      <Rare title={groups.files} keys={['fetch', 'uris']}>
        <FileRows />
      </Rare>
      <Rare title={groups.failures} keys={['retries', 'maxCompletionTime', 'softError', 'concurrent']}>
        <div className="grid gap-3 sm:grid-cols-2">
          <NumberJobField name="retries" label={words.retries} hint={words.retriesHint} fallback="2" />
          <NumberJobField name="maxCompletionTime" label={words.maxCompletionTime} hint={words.maxCompletionTimeHint} fallback="0" />
        </div>
        <FlagJobField name="softError" label={words.softError} />
        <FlagJobField name="concurrent" label={words.concurrent} />
      </Rare>
      <Rare title={groups.placement} keys={['constraints', 'runAsUser']}>
        <ConstraintRows />
        <TextJobField name="runAsUser" label={words.runAsUser} fallback="root" />
      </Rare>
      <Rare title={groups.owner} keys={['owner', 'ownerName']}>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextJobField name="owner" label={words.owner} hint={words.ownerHint} />
          <TextJobField name="ownerName" label={words.ownerName} />
        </div>
      </Rare>
      <Rare title={groups.executor} keys={['executor', 'executorFlags', 'taskInfoData', 'dataProcessingJobType']}>
        <TextJobField name="executor" label={words.executor} />
        <TextJobField name="executorFlags" label={words.executorFlags} />
        <TextJobField name="taskInfoData" label={words.taskInfoData} />
        <FlagJobField name="dataProcessingJobType" label={words.dataProcessingJobType} />
      </Rare>
    </>
  );
}

/** What Chronos prints for every job that says nothing about it. */
const USUAL: Readonly<Record<string, unknown>> = { shell: true, retries: 2, runAsUser: 'root' };

const isSomething = (key: string, value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== USUAL[key] && (key in USUAL || (value !== '' && value !== false && value !== 0));
};

/** Folded unless one of its keys is set to something unusual or wrong. */
function Rare({ title, keys, children }: { title: string; keys: readonly string[]; children: ReactNode }) {
  const { job, errorAt } = useJobFields();
  const folded = {
    set: keys.some((key) => isSomething(key, job[key])),
    wrong: keys.some((key) => errorAt(`/${key}`) !== undefined),
  };
  return (
    <FormGroup title={title} folded={folded}>
      {children}
    </FormGroup>
  );
}
