/** What is wrong with one placement constraint (`[field, operator, value?]`); undefined when nothing is. */
export function constraintFault(constraint: readonly string[]): string | undefined {
  const [, operator = '', value] = constraint;
  if (constraint.length < 2 || constraint.length > 3) return 'Each constraint must have either 2 or 3 fields';
  switch (operator) {
    case 'UNIQUE':
      return value === undefined ? undefined : 'UNIQUE does not accept a value';
    case 'CLUSTER':
      return undefined;
    case 'IS':
      return value ? undefined : 'IS requires a value';
    case 'GROUP_BY':
      return value === undefined || isInteger(value) ? undefined : 'GROUP_BY takes a whole number or no value';
    case 'MAX_PER':
      return isInteger(value) ? undefined : 'MAX_PER requires a whole number';
    case 'LIKE':
    case 'UNLIKE':
      if (!value) return `${operator} requires a regular expression`;
      return isPattern(value) ? undefined : 'is not a valid regular expression';
    default:
      return 'operator must be one of UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE and IS, in upper case';
  }
}

const isInteger = (value: string | undefined): boolean => value !== undefined && /^[+-]?\d+$/.test(value);

function isPattern(value: string): boolean {
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}
