import { type Role, roleSchema } from '../../../api/dcos/users.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';

const ROLES: readonly Role[] = ['read-only', 'admin'];

/** The choice of a role, with what it means. */
export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const words = useUsersWords();
  return (
    <Field label={words.change.role} hint={words.roleHints[value]}>
      <Select
        value={value}
        options={ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
        onChange={({ target }) => onChange(roleSchema.parse(target.value))}
      />
    </Field>
  );
}
