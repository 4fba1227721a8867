import { Ban, Pencil, Play, RefreshCw, Scaling, Trash2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { keepingSearch, paths } from '../../../paths.ts';
import type { MenuItem } from '../../../ui/Menu.tsx';

export interface GroupMenuOptions {
  id: string;
  /** That are wished for in the whole group. */
  instances: number;
  /** Over whose list the dialogs open. */
  groupId: string;
  /** Marathon does not answer. */
  stale: boolean;
}

/** The menu of a group: each entry opens a dialog. What cannot be done now is off, and says why. */
export function useGroupMenu({ id, instances, groupId, stale }: GroupMenuOptions): MenuItem[] {
  const { actions } = useMessages().marathon;
  const words = useGroupWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const open = (path: string) => () => void navigate(keepingSearch(path, search), { preventScrollReset: true });
  const unreachable = stale ? actions.stale : undefined;
  const off = unreachable ?? (instances === 0 ? actions.nothingRuns : undefined);
  const { groupApps, groupDialog } = paths.marathon;
  return [
    {
      label: words.edit,
      icon: <Pencil aria-hidden size={15} />,
      disabledReason: unreachable,
      onSelect: open(groupDialog(groupId, 'edit-group', id)),
    },
    {
      label: words.scaleBy,
      icon: <Scaling aria-hidden size={15} />,
      disabledReason: off,
      onSelect: open(groupDialog(groupId, 'scale-group', id)),
    },
    {
      label: words.restartAll,
      icon: <RefreshCw aria-hidden size={15} />,
      disabledReason: off,
      onSelect: open(groupApps(groupId, 'restart', id)),
    },
    instances === 0
      ? {
          label: actions.resume,
          icon: <Play aria-hidden size={15} />,
          disabledReason: unreachable,
          onSelect: open(groupApps(groupId, 'resume', id)),
        }
      : {
          label: actions.suspend,
          icon: <Ban aria-hidden size={15} />,
          disabledReason: off,
          onSelect: open(groupApps(groupId, 'suspend', id)),
        },
    {
      label: actions.destroy,
      icon: <Trash2 aria-hidden size={15} />,
      danger: true,
      disabledReason: unreachable,
      onSelect: open(groupDialog(groupId, 'destroy-group', id)),
    },
  ];
}
