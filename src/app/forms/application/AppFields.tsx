import { DockerSection } from './DockerSection.tsx';
import type { Section } from './field-of-path.ts';
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
  return (
    <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
      <SectionMenu section={section} onSection={onSection} withErrors={app.sectionsWithErrors} />
      <div className="flex min-w-0 flex-1 flex-col gap-4 px-5 py-4 sm:overflow-y-auto">
        {section === 'general' && <GeneralSection />}
        {section === 'docker' && <DockerSection />}
        {section === 'ports' && <PortsSection />}
        {(section === 'env' || section === 'labels') && <PairsSection key={section} table={section} />}
        {section === 'health' && <HealthSection />}
        {section === 'volumes' && <VolumesSection />}
        {section === 'optional' && <OptionalSection />}
      </div>
    </div>
  );
}
