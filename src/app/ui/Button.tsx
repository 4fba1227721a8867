import { type ComponentProps, type MouseEvent, useId } from 'react';
import { classNames } from '../util/class-names.ts';
import { useOffReason } from '../util/actions-off.ts';
import { buttonLook, type ButtonSize, type ButtonVariant, isAction } from './button-look.ts';
import { Spinner } from './Spinner.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The action is under way: a spinner shows and clicks do nothing. */
  pending?: boolean;
  /** Why the button cannot be used now; shown on hover and focus, so the button stays focusable. */
  disabledReason?: string | undefined;
  /** Of a primary or dangerous button that changes nothing in the cluster: it works when nothing may be changed, too. */
  harmless?: boolean;
}

export function Button({ variant, size, pending, harmless, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const { disabledReason: ownReason, ...attributes } = rest;
  const disabledReason = useOffReason(ownReason, isAction(variant) && !harmless);
  const reasonId = useId();
  const off = pending === true || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // aria-disabled does not stop a click, nor the submit of a form.
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...attributes}
      type={type}
      className={classNames(buttonLook(variant, size), className)}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason === undefined ? attributes['aria-describedby'] : reasonId}
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
