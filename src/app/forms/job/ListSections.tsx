import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { objectAt, objectsAt, textAt, withKeys } from '../json/document-parts.ts';
import type { JsonObject } from '../json/json-kind.ts';
import { useJobFields } from './job-form-context.ts';
import { ChoiceField } from './JobFields.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RowsField, type RowsFieldProps } from './RowsField.tsx';

/** A list of objects at a key of the job. */
function ObjectRows({ name, ...props }: { name: string } & Omit<RowsFieldProps, 'rows' | 'onRows' | 'path'>) {
  const { job, change } = useJobFields();
  return <RowsField {...props} path={`/${name}`} rows={objectsAt(job, name) ?? []} onRows={(rows) => change({ [name]: rows })} />;
}

/** A list of texts at a key of the job. */
function TextRows({ name, label, column, hint }: { name: string; label: string; column: string; hint?: string }) {
  const { job, change } = useJobFields();
  const texts: unknown = job[name];
  return (
    <RowsField
      label={label}
      path={`/${name}`}
      {...(hint === undefined ? {} : { hint })}
      rows={Array.isArray(texts) ? texts.map((value: unknown) => ({ value })) : []}
      columns={[{ key: 'value', label: column, at: '' }]}
      empty={{ value: '' }}
      onRows={(rows) => change({ [name]: rows.map(({ value }) => value) })}
    />
  );
}

export function EnvironmentRows() {
  const words = useJobFormWords();
  const { columns } = words;
  return (
    <>
      <ObjectRows
        name="environmentVariables"
        label={words.environment}
        columns={[
          { key: 'name', label: columns.name },
          { key: 'value', label: columns.value },
        ]}
        empty={{ name: '', value: '' }}
      />
      <TextRows name="arguments" label={words.arguments} column={words.argument} />
    </>
  );
}

export function FileRows() {
  const words = useJobFormWords();
  const { columns } = words;
  return (
    <>
      <ObjectRows
        name="fetch"
        label={words.fetch}
        columns={[
          { key: 'uri', label: columns.uri },
          { key: 'output_file', label: columns.output_file, optional: true },
          { key: 'extract', label: columns.extract, kind: 'flag' },
          { key: 'executable', label: columns.executable, kind: 'flag' },
          { key: 'cache', label: columns.cache, kind: 'flag' },
        ]}
        empty={{ uri: '', extract: true, executable: false, cache: false }}
      />
      <TextRows name="uris" label={words.uris} column={columns.uri} hint={words.urisHint} />
    </>
  );
}

/** `[attribute, operator, value]` each. */
export function ConstraintRows() {
  const words = useJobFormWords();
  const { job, change } = useJobFields();
  const constraints: unknown = job['constraints'];
  const rows = (Array.isArray(constraints) ? constraints : []).filter(Array.isArray);
  return (
    <RowsField
      label={words.constraints}
      path="/constraints"
      rows={rows.map(([attribute, operator, value]: unknown[]) => ({ attribute, operator, value }))}
      columns={[
        { key: 'attribute', label: words.columns.attribute, at: '(0)' },
        { key: 'operator', label: words.columns.operator, kind: words.operators, at: '(1)' },
        { key: 'value', label: words.columns.value, at: '(2)' },
      ]}
      empty={{ attribute: '', operator: 'EQUALS', value: '' }}
      onRows={(changed) => change({ constraints: changed.map(({ attribute, operator, value }) => [attribute, operator, value]) })}
    />
  );
}

export function ContainerFields() {
  const words = useJobFormWords();
  const { job, change, errorAt } = useJobFields();
  const container = objectAt(job, 'container');
  const set = (changes: JsonObject) => change({ container: withKeys(container ?? NEW_CONTAINER, changes) });
  const network = textAt(container, 'network', 'HOST');
  return (
    <>
      <Field label={words.image} hint={words.imageHint} error={errorAt('/container/image')}>
        <TextInput
          value={textAt(container, 'image')}
          onChange={({ target }) => (target.value === '' ? change({ container: undefined }) : set({ image: target.value }))}
        />
      </Field>
      {container !== undefined && (
        <>
          <div className="grid gap-3 sm:grid-cols-3">
            <ChoiceField
              label={words.containerType}
              value={textAt(container, 'type', 'DOCKER')}
              options={words.containerTypes}
              onChange={(type) => set({ type })}
            />
            <ChoiceField label={words.network} value={network} options={words.networks} onChange={(next) => set({ network: next })} />
            {network === 'USER' && (
              <Field label={words.networkName}>
                <TextInput value={textAt(container, 'networkName')} onChange={({ target }) => set({ networkName: target.value })} />
              </Field>
            )}
          </div>
          <Checkbox
            label={words.forcePullImage}
            checked={container['forcePullImage'] === true}
            onChange={({ target }) => set({ forcePullImage: target.checked })}
          />
          <ContainerRows container={container} set={set} />
        </>
      )}
    </>
  );
}

const NEW_CONTAINER: JsonObject = { type: 'DOCKER', network: 'HOST' };

function ContainerRows({ container, set }: { container: JsonObject; set: (changes: JsonObject) => void }) {
  const words = useJobFormWords();
  const { columns } = words;
  return (
    <>
      <RowsField
        label={words.volumes}
        path="/container/volumes"
        rows={objectsAt(container, 'volumes') ?? []}
        columns={[
          { key: 'hostPath', label: columns.hostPath, optional: true },
          { key: 'containerPath', label: columns.containerPath },
          { key: 'mode', label: columns.mode, kind: words.modes },
        ]}
        empty={{ containerPath: '', mode: 'RW' }}
        onRows={(volumes) => set({ volumes })}
      />
      <RowsField
        label={words.parameters}
        path="/container/parameters"
        rows={objectsAt(container, 'parameters') ?? []}
        columns={[
          { key: 'key', label: columns.key },
          { key: 'value', label: columns.value },
        ]}
        empty={{ key: '', value: '' }}
        onRows={(parameters) => set({ parameters })}
      />
    </>
  );
}
