import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { classNames } from '../util/class-names.ts';

interface FieldControl {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldControl | undefined>(undefined);

/** The attributes that tie an input to the label, hint and error of the Field around it. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  return {
    id: field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  };
}

export interface FieldProps {
  label: string;
  /** Keeps the label for screen readers only, where a column header or placeholder shows it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  className?: string;
  children: ReactNode;
}

/** One input with its label above and its hint or error below. */
export function Field({ label, labelHidden, hint, error, required = false, className, children }: FieldProps) {
  const { common } = useMessages();
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;
  const control = useMemo(() => ({ id, describedBy, invalid: error !== undefined, required }), [id, describedBy, error, required]);
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-xs font-medium text-muted'}>
        {label}
        {required && (
          <span className="text-danger" title={common.required} aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {error !== undefined && (
        <p id={errorId} className="text-xs text-danger">
          {common.rule(error)}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
