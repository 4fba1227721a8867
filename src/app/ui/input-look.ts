/** The look that all one-line inputs share. */
export const inputLook =
  'h-9 w-full min-w-0 rounded-md border border-line-strong/70 bg-surface px-3 text-sm text-text placeholder:text-muted hover:border-line-strong focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent aria-invalid:border-danger disabled:opacity-60';
