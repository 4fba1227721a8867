import { useSearchParams } from 'react-router';
import { USAGE_SPANS, type UsageSpan } from '../../../api/dcos/usage-history.ts';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { ChoiceLinks } from '../../ui/ChoiceLinks.tsx';
import { withSpan } from './use-dashboard.ts';

/** How long back the charts go. */
export function SpanChoice({ span }: { span: UsageSpan }) {
  const words = useDashboardWords();
  const [search] = useSearchParams();
  return (
    <ChoiceLinks
      label={words.span}
      choices={USAGE_SPANS.map((each) => ({
        to: withSpan(search, each),
        label: words.spans[each].short,
        chosen: each === span,
      }))}
    />
  );
}
