import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { type KeptValue, useKept } from '../../util/kept-value.ts';

export interface SettingSelectProps<T extends string> {
  label: string;
  hint?: string;
  kept: KeptValue<T>;
  options: { value: T; label: string; disabled?: boolean }[];
}

/** A choice that takes effect as soon as it is made. */
export function SettingSelect<T extends string>({ label, hint, kept, options }: SettingSelectProps<T>) {
  const value = useKept(kept);
  const choose = (chosen: string) => {
    const option = options.find((known) => known.value === chosen);
    if (option) kept.set(option.value);
  };
  return (
    <Field label={label} hint={hint}>
      <Select value={value} options={options} onChange={(event) => choose(event.target.value)} />
    </Field>
  );
}
