/** What the key for commands is called: Apple's keyboards have one of their own. */
export const commandKey = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl');
