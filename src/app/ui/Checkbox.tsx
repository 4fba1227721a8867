import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from '../util/class-names.ts';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
}

export function Checkbox({ label, labelHidden, hint, className, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className={classNames('flex flex-col gap-0.5', className)}>
      <label className="flex items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          aria-describedby={hint === undefined ? undefined : hintId}
          {...rest}
          className="mt-0.5 size-4 shrink-0 accent-(--accent-fill)"
        />
        <span className={labelHidden ? 'sr-only' : undefined}>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={hintId} className="pl-6.5 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
