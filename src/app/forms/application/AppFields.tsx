import { type ClipboardEvent, useState } from 'react';
import { type DockerRun, parseDockerRun, withDockerRun } from './docker-run/docker-run.ts';
import { DockerRunNotices } from './docker-run/DockerRunNotices.tsx';
import { DockerRunPaste } from './docker-run/DockerRunPaste.tsx';
import { DockerSection } from './DockerSection.tsx';
import type { Section } from './field-of-path.ts';
import { useFormSettings } from './form-settings.ts';
import { GeneralSection } from './GeneralSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { OptionalSection } from './OptionalSection.tsx';
import { PairsSection } from './PairsSection.tsx';
import { PortsSection } from './PortsSection.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import type { AppForm } from './use-app-form.ts';
import { VolumesSection } from './VolumesSection.tsx';

export interface AppFieldsProps {
  section: Section;
  onSection: (section: Section) => void;
  app: AppForm;
}

/** The app as fields: the sections at the left, the open one beside them. */
export function AppFields({ section, onSection, app }: AppFieldsProps) {
  const { idLocked } = useFormSettings();
  const [run, setRun] = useState<DockerRun>();
  const fillIn = (from: DockerRun) => {
    setRun(from);
    app.replace(withDockerRun(app.current() ?? {}, from));
  };
  return (
    <>
      {run && <DockerRunNotices run={run} />}
      <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
        <SectionMenu section={section} onSection={onSection} withErrors={app.sectionsWithErrors} />
        <div
          className="flex min-w-0 flex-1 flex-col gap-4 px-5 py-4 sm:overflow-y-auto"
          onPaste={(event) => {
            const pasted = idLocked ? undefined : pastedRun(event);
            if (pasted) fillIn(pasted);
          }}
        >
          {!idLocked && (section === 'general' || section === 'docker') && <DockerRunPaste onRun={fillIn} />}
          {section === 'general' && <GeneralSection />}
          {section === 'docker' && <DockerSection />}
          {section === 'ports' && <PortsSection />}
          {(section === 'env' || section === 'labels') && <PairsSection key={section} table={section} />}
          {section === 'health' && <HealthSection />}
          {section === 'volumes' && <VolumesSection />}
          {section === 'optional' && <OptionalSection />}
        </div>
      </div>
    </>
  );
}

/** A whole `docker run` line that is pasted into Image or Command fills in the form instead of the field. */
function pastedRun(event: ClipboardEvent<HTMLElement>): DockerRun | undefined {
  const field = event.target instanceof Element ? event.target.getAttribute('name') : null;
  if (field !== 'image' && field !== 'cmd') return undefined;
  const run = parseDockerRun(event.clipboardData.getData('text'));
  if (run) event.preventDefault();
  return run;
}
