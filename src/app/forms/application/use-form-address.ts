import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { SECTIONS, type Section } from './field-of-path.ts';

export type FormMode = 'form' | 'json';

/** What of the form's state is in the address. */
export interface FormState {
  section: Section;
  mode: FormMode;
  step: 'edit' | 'review';
}

export interface FormAddress extends FormState {
  /** Changes several parts at once: of two changes in a row the router would forget the first. */
  go: (change: Partial<FormState>) => void;
  /** The query of the page behind the form, its filters for example. */
  searchBehind: string;
}

const OWN = ['section', 'mode', 'step', 'version', 'package'] as const;
/** What the address leaves out. */
const DEFAULTS: FormState = { section: 'general', mode: 'form', step: 'edit' };

/** Which section, mode and step of the form are open: `?section=docker`, `?mode=json`, `?step=review`. */
export function useFormAddress(): FormAddress {
  const [parameters, setParameters] = useSearchParams();
  const go = useCallback(
    (change: Partial<FormState>) => setParameters((old) => changed(old, change), { replace: true, preventScrollReset: true }),
    [setParameters],
  );
  return useMemo(
    () => ({
      section: SECTIONS.find((section) => section === parameters.get('section')) ?? DEFAULTS.section,
      mode: parameters.get('mode') === 'json' ? 'json' : 'form',
      step: parameters.get('step') === 'review' ? 'review' : 'edit',
      go,
      searchBehind: withoutOwn(parameters),
    }),
    [parameters, go],
  );
}

function changed(old: URLSearchParams, change: Partial<FormState>): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [name, value] of Object.entries(change)) {
    if (value === DEFAULTS[name as keyof FormState]) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function withoutOwn(parameters: URLSearchParams): string {
  const rest = new URLSearchParams(parameters);
  for (const name of OWN) rest.delete(name);
  return rest.toString();
}
