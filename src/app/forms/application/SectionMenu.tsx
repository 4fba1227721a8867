import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { classNames } from '../../util/class-names.ts';
import { useFormSettings } from './form-settings.ts';
import { SECTIONS, type Section } from './field-of-path.ts';

export interface SectionMenuProps {
  section: Section;
  onSection: (section: Section) => void;
  withErrors: ReadonlySet<Section>;
}

/** The form's sections; one with an error is marked by a sign, by colour and in its name. */
export function SectionMenu({ section, onSection, withErrors }: SectionMenuProps) {
  const form = useFormWords();
  const { server } = useFormSettings();
  const open = useRef<HTMLButtonElement>(null);
  // On a phone the sections are one row, which does not show all of them.
  useEffect(() => {
    if (open.current?.name === section) open.current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  return (
    <nav
      aria-label={form.sections}
      className="flex shrink-0 gap-1 overflow-x-auto border-line px-3 py-2 max-sm:border-b sm:w-56 sm:flex-col sm:border-r sm:px-2 sm:py-3"
    >
      {SECTIONS.map((each) => {
        const wrong = withErrors.has(each);
        const current = each === section;
        return (
          <button
            key={each}
            ref={current ? open : undefined}
            name={each}
            type="button"
            aria-current={current ? 'true' : undefined}
            className={classNames(
              'flex items-center gap-2 rounded-md px-3 py-2 text-left text-sm whitespace-nowrap',
              current ? 'bg-accent-soft font-medium' : 'hover:bg-hover',
              wrong ? 'text-danger' : current ? 'text-accent' : 'text-muted',
            )}
            onClick={() => onSection(each)}
          >
            {each === 'ports' && !server.features.has('vips') ? form.portsOnly : form[each]}
            {wrong && (
              <>
                <CircleAlert aria-hidden size={14} className="ml-auto shrink-0" />
                <span className="sr-only">{form.sectionHasErrors}</span>
              </>
            )}
          </button>
        );
      })}
    </nav>
  );
}
