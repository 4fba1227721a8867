import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { useNotificationWords } from '../../../i18n/notification-words.ts';
import { finishedDeployments } from '../../../live/finished-deployments.ts';
import { followNews } from '../../../live/follow-news.ts';
import type { News } from '../../../live/news.ts';
import type { Tone } from '../../../ui/tones.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { wantsNotifications } from '../../../util/notification-setting.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const TONES: Record<News['kind'], Tone> = {
  created: 'ok',
  destroyed: 'idle',
  changed: 'ok',
  'deployment-failed': 'warn',
  'instance-failed': 'warn',
};
const IDS_NAMED = 5;

/** Remembers deployments that end, and tells of what happens elsewhere while a page of Marathon is open. Draws nothing. */
export function MarathonNews() {
  const places = useMarathonPaths();
  const words = useNotificationWords();
  const toast = useToast();
  const navigate = useNavigate();
  const tell = useEffectEvent((kind: News['kind'], ids: readonly string[]) => {
    const [id] = ids;
    if (id === undefined || !wantsNotifications()) return;
    const target = kind === 'destroyed' ? undefined : places.app(id);
    toast({
      tone: TONES[kind],
      title: ids.length === 1 ? words.one[kind](id) : words.several[kind](ids.length),
      detail: ids.length === 1 ? words.elsewhere : ids.slice(0, IDS_NAMED).join(', '),
      action: ids.length === 1 && target !== undefined ? { label: words.show, onSelect: () => void navigate(target) } : undefined,
    });
  });
  useEffect(() => finishedDeployments.follow(), []);
  useEffect(() => followNews((kind, ids) => tell(kind, ids)), []);
  return undefined;
}
