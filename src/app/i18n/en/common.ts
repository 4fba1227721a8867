/** Words of the kit, used on every page. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading…',
  working: 'Working…',
  dismiss: 'Dismiss',
  required: 'required',
  clear: 'Clear',
  sortBy: (column: string) => `Sort by ${column}`,
  notAvailable: 'n/a',
  showing: (shown: number, total: number) => (shown === total ? `${total}` : `Showing ${shown} of ${total}`),
  failure: 'This could not be done',
  failureAdvice: 'Check that the cluster is running, then try again.',
};
