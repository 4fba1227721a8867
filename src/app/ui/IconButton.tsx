import type { ComponentProps } from 'react';
import { classNames } from '../util/class-names.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends ComponentProps<'button'> {
  /** The accessible name, shown as tooltip too. */
  label: string;
  /** False where the label would be noise, as on a menu's trigger. */
  tooltip?: boolean;
}

export function IconButton({ label, tooltip = true, className, ...rest }: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      className={classNames(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text',
        className,
      )}
      {...rest}
    />
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
