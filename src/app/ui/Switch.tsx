import type { ComponentProps } from 'react';

/** A setting that takes effect at once; in forms that are submitted use a Checkbox. */
export function Switch({ label, checked, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: string; checked: boolean }) {
  return (
    <label className="inline-flex items-center gap-2.5 text-sm select-none">
      <span className="relative inline-flex h-5 w-9 shrink-0 items-center">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          {...rest}
          className="peer absolute inset-0 m-0 size-full appearance-none rounded-full bg-line-strong/70 transition-colors checked:bg-accent-fill"
        />
        <span className="pointer-events-none relative ml-0.5 size-4 rounded-full bg-white shadow transition-transform peer-checked:translate-x-4" />
      </span>
      {label}
    </label>
  );
}
