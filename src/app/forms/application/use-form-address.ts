import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { SECTIONS, type Section } from './field-of-path.ts';

const SECTION = 'section';
const OWN: readonly string[] = [SECTION, 'mode', 'step', 'version'];

export interface FormAddress {
  section: Section;
  setSection: (section: Section) => void;
  /** The query of the page behind the form, its filters for example. */
  searchBehind: string;
}

/** What of the form's state is in the address: the section that is open. */
export function useFormAddress(): FormAddress {
  const { search } = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const named = SECTIONS.find((section) => section === parameters.get(SECTION));
  const setSection = useCallback(
    (section: Section) =>
      setParameters(
        (old) => {
          const next = new URLSearchParams(old);
          next.set(SECTION, section);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParameters],
  );
  return { section: named ?? 'general', setSection, searchBehind: withoutOwn(search) };
}

function withoutOwn(search: string): string {
  const rest = new URLSearchParams(search);
  for (const name of OWN) rest.delete(name);
  return rest.toString();
}
