/** Words of the kit, used on every page. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading…',
  dismiss: 'Dismiss',
  required: 'required',
  /** What a rule of a field says. */
  rule: (sentence: string) => sentence,
  clear: 'Clear',
  failure: 'This could not be done',
  failureAdvice: 'Check that the cluster is running, then try again.',
};
