import type { AppSummary, UnusedOffer } from '../../../live/marathon-wire.ts';

export interface JudgedConstraint {
  /** As it is written in the form: `hostname:UNIQUE`. */
  constraint: string;
  /** Offers that it does not allow. */
  refused: number;
}

type Offer = UnusedOffer['offer'];

/**
 * Which constraints keep offers away: Marathon only says that some constraint did. Operators that depend on where all other
 * instances are (GROUP_BY, MAX_PER, and UNIQUE and CLUSTER of attributes) cannot be judged from an offer and are left out.
 */
export function judgedConstraints(app: AppSummary, offers: readonly UnusedOffer[], takenHosts: readonly string[]): JudgedConstraint[] {
  return constraintsOf(app).map((parts) => ({
    constraint: parts.join(':'),
    refused: offers.filter(({ offer }) => !allows(parts, offer, takenHosts)).length,
  }));
}

function constraintsOf(app: AppSummary): string[][] {
  const constraints = app['constraints'];
  if (!Array.isArray(constraints)) return [];
  return constraints.map((parts: unknown) => (Array.isArray(parts) ? parts.map(String) : []));
}

function allows([field = '', operator = '', value = '']: string[], offer: Offer, takenHosts: readonly string[]): boolean {
  const actual = field === 'hostname' ? offer.hostname : attributeOf(offer, field);
  switch (operator.toUpperCase()) {
    case 'UNIQUE':
      return field !== 'hostname' || !takenHosts.includes(offer.hostname);
    case 'CLUSTER':
      return value === '' || actual === value;
    case 'IS':
      return actual === value;
    case 'LIKE':
      return actual !== undefined && fits(value, actual);
    case 'UNLIKE':
      return actual === undefined || !fits(value, actual);
    default:
      return true;
  }
}

function attributeOf(offer: Offer, name: string): string | undefined {
  const attribute = offer.attributes.find((each) => each.name === name);
  const value = attribute?.text ?? attribute?.scalar;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Java's and our regular expressions differ in corners; one that is none here is not judged. */
function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return true;
  }
}
