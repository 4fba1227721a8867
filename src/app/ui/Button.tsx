import { type ComponentProps, type MouseEvent, useId } from 'react';
import { classNames } from '../util/class-names.ts';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look.ts';
import { Spinner } from './Spinner.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The action is under way: a spinner shows and clicks do nothing. */
  pending?: boolean;
  /** Why the button cannot be used now; shown on hover and focus, so the button stays focusable. */
  disabledReason?: string | undefined;
}

export function Button({ variant, size, pending, disabledReason, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const reasonId = useId();
  const off = pending === true || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // aria-disabled does not stop a click, nor the submit of a form.
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      type={type}
      className={classNames(buttonLook(variant, size), className)}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reasonId}
      onClick={press}
    >
      {pending && <Spinner size={14} />}
      {children}
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <>
      <Tooltip content={disabledReason}>{button}</Tooltip>
      <span id={reasonId} className="sr-only">
        {disabledReason}
      </span>
    </>
  );
}
