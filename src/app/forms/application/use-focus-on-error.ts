import { type RefObject, useEffect, useRef } from 'react';
import type { Section } from './field-of-path.ts';

/** After a submission that was refused, typing goes on at the first field that is wrong, once its section is shown. */
export function useFocusOnError(
  form: RefObject<HTMLFormElement | null>,
  submissions: number,
  shown: Section,
  wrong: Section | undefined,
): void {
  const answered = useRef(0);
  useEffect(() => {
    if (submissions === answered.current || (wrong !== undefined && wrong !== shown)) return;
    answered.current = submissions;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, submissions, shown, wrong]);
}
