import { Banner } from '../../ui/Banner.tsx';
import type { Tone } from '../../ui/tones.ts';

export interface JobFailuresProps {
  tone: Tone;
  title: string;
  failures: readonly { name: string; message: string }[];
}

/** Which jobs could not be dealt with, each with what was said against it. */
export function JobFailures({ tone, title, failures }: JobFailuresProps) {
  return (
    <Banner tone={tone} title={title}>
      <ul className="max-h-60 overflow-y-auto">
        {failures.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {name}: {message}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
