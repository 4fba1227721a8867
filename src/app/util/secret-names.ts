/** Names of variables whose values should not be read over somebody's shoulder. */
const SECRET_NAME = /pass(word|wd|phrase)?|secret|token|credential|private_?key|(api|access|auth|encryption)_?key|(^|_)(pwd|pw|auth)(_|$)/i;

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

export const MASK = '••••••';
