import { classNames } from '../util/class-names.ts';

export type ButtonVariant = 'primary' | 'outline' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent-fill text-white hover:bg-accent-fill-hover',
  outline: 'border border-line-strong/60 bg-surface text-text hover:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-text',
  danger: 'bg-danger-fill text-white hover:brightness-110',
};
const SIZES: Record<ButtonSize, string> = { sm: 'h-7 px-2.5 text-xs', md: 'h-9 px-3.5 text-sm' };

/** What these lead to changes something, unless they say otherwise. */
export const isAction = (variant: ButtonVariant | undefined): boolean => variant === 'primary' || variant === 'danger';

/** The look that buttons and links acting as buttons share. */
export function buttonLook(variant: ButtonVariant = 'outline', size: ButtonSize = 'md'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    VARIANTS[variant],
    SIZES[size],
  );
}
