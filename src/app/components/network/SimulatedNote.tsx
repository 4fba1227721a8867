import { useNetworkWords } from '../../i18n/network-words.ts';
import { Banner } from '../../ui/Banner.tsx';

/** Nothing that is shown is real. */
export function SimulatedNote() {
  const words = useNetworkWords();
  return (
    <Banner tone="warn" title={words.simulated}>
      {words.simulatedHint}
    </Banner>
  );
}
