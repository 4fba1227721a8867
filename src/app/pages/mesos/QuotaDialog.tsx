import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { type AmountTexts, amountsOf, quotaProblems, textsOf } from '../../components/mesos/quota-form.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { QUANTITY_KINDS } from '../../live/mesos-quantities.ts';
import { type Role, rolesQuery, updateQuota, updateWeight } from '../../live/mesos-roles.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';

/** Guarantees, limits and weight of one role. */
export function QuotaDialog() {
  const name = useSearchParams()[0].get('role') ?? '';
  const roles = useQuery(rolesQuery).data;
  const role = roles?.find((each) => each.name === name);
  // What is being typed must not be replaced by what arrives, so the form takes the role as it is when it opens.
  return roles && <QuotaForm key={name} name={name} role={role} />;
}

function QuotaForm({ name, role }: { name: string; role: Role | undefined }) {
  const words = useMesosWords();
  const own = words.roles;
  const [guarantee, setGuarantee] = useState(() => textsOf(role?.guarantee));
  const [limit, setLimit] = useState(() => textsOf(role?.limit));
  const [weight, setWeight] = useState(String(role?.weight ?? 1));
  const [force, setForce] = useState(false);
  const problems = quotaProblems(guarantee, limit);
  const weightWrong = !(Number(weight) > 0);
  const save = async () => {
    await updateQuota(name, amountsOf(guarantee), amountsOf(limit), force);
    if (Number(weight) !== (role?.weight ?? 1)) await updateWeight(name, Number(weight));
  };
  const set = (change: (update: (texts: AmountTexts) => AmountTexts) => void, kind: keyof AmountTexts) => (value: string) =>
    change((texts) => ({ ...texts, [kind]: value }));
  return (
    <OperatorDialog
      title={own.quotaFor(name)}
      label={own.save}
      back={mesosPaths.roles()}
      drop="role"
      done={own.saved(name)}
      action={problems.size > 0 || weightWrong ? undefined : save}
    >
      <p className="text-muted">{own.quotaText}</p>
      <div className="grid grid-cols-2 gap-3">
        {QUANTITY_KINDS.map((kind) => (
          <div key={kind} className="contents">
            <Amount
              label={own.guarantee(own.kinds[kind])}
              value={guarantee[kind]}
              onChange={set(setGuarantee, kind)}
              error={errorOf(`guarantee.${kind}`)}
            />
            <Amount
              label={own.limit(own.kinds[kind])}
              value={limit[kind]}
              onChange={set(setLimit, kind)}
              error={errorOf(`limit.${kind}`)}
            />
          </div>
        ))}
      </div>
      <Field label={words.columns.weight} hint={own.weightHint} error={weightWrong ? own.wrongWeight : undefined}>
        <NumberInput value={weight} onChange={(event) => setWeight(event.target.value)} />
      </Field>
      <Checkbox label={own.force} hint={own.forceHint} checked={force} onChange={(event) => setForce(event.target.checked)} />
    </OperatorDialog>
  );

  function errorOf(field: string): string | undefined {
    const problem = problems.get(field);
    return problem === undefined ? undefined : problem === 'number' ? own.wrongNumber : own.belowGuarantee;
  }
}

interface AmountProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Amount({ label, value, error, onChange }: AmountProps) {
  return (
    <Field label={label} error={error}>
      <NumberInput value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
