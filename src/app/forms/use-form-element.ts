import { type RefObject, useCallback, useRef } from 'react';

const submitButtonOf = (form: HTMLFormElement | null): HTMLButtonElement | undefined =>
  [...(form?.elements ?? [])].filter((each) => each instanceof HTMLButtonElement).find(({ type }) => type === 'submit');

/** The form's element: its Ctrl or Cmd with Enter is its button, which is off while nothing may be changed. As a ref, since a dialog draws its content after its effects. */
export function useFormElement(): {
  ref: (form: HTMLFormElement | null) => (() => void) | undefined;
  element: RefObject<HTMLFormElement | null>;
} {
  const element = useRef<HTMLFormElement>(null);
  const ref = useCallback((form: HTMLFormElement | null) => {
    element.current = form;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submitButtonOf(form)?.click();
    };
    form?.addEventListener('keydown', press);
    return () => form?.removeEventListener('keydown', press);
  }, []);
  return { ref, element };
}
