export const versionDiff = {
  same: 'Both are the same.',
  hidden: (lines: number) => `${lines} lines that are the same`,
  added: 'added',
  removed: 'removed',
  showSecrets: 'Show secret values',
  hideSecrets: 'Hide secret values',
};
