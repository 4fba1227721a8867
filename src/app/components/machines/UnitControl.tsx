import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UnitAction, UnitDescription } from '../../../api/machines/cluster.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { type UnitWords, useUnitWords } from '../../i18n/unit-words.ts';
import { changeUnit, unitLogQuery } from '../../live/unit-actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { useOffReason } from '../../util/actions-off.ts';
import { shownState, unitTone } from './unit-state.ts';

const LINES = 8;

/** A component of a machine: how it is, what is missing without it, what it said last, and what can be done to it. */
export function UnitControl({ machine, unit }: { machine: string; unit: UnitDescription }) {
  const words = useUnitWords();
  const { unitStates } = useMachinesWords();
  const log = useQuery(unitLogQuery(machine, unit.id)).data;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-2">
        <dt className="text-muted">{words.state}</dt>
        <dd className="min-w-0">
          <StatusText tone={unitTone(unit)}>{unitStates[shownState(unit)]}</StatusText>
        </dd>
        <dt className="text-muted">{words.since}</dt>
        <dd>
          <RelativeTime at={unit.since} />
        </dd>
        {unit.waitingFor !== undefined && (
          <>
            <dt className="text-muted">{words.waitsFor}</dt>
            <dd className="wrap-anywhere">{unit.waitingFor}</dd>
          </>
        )}
        <dt className="text-muted">{words.effect}</dt>
        <dd>{effectOf(unit.id, words)}</dd>
      </dl>
      <Changes machine={machine} unit={unit} words={words} />
      <section aria-label={words.log} className="flex flex-col gap-2">
        <h3 className="font-semibold">{words.log}</h3>
        {log?.length === 0 && <p className="text-muted">{words.nothingSaid}</p>}
        {log && log.length > 0 && (
          <CodeBlock
            label={words.log}
            code={log
              .slice(-LINES)
              .map(({ at, message }) => `${timeOf(at)} ${message}`)
              .join('\n')}
          />
        )}
      </section>
    </div>
  );
}

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19);

function effectOf(unitId: string, { effects }: UnitWords): string {
  const id = unitId.replace(/(-public)?\.service$/, '');
  return Object.entries(effects).find(([key]) => key === id)?.[1] ?? effects.other;
}

function Changes({ machine, unit, words }: { machine: string; unit: UnitDescription; words: UnitWords }) {
  const client = useQueryClient();
  const toast = useToast();
  const change = useMutation({
    mutationFn: (action: UnitAction) => changeUnit(machine, unit.id, action),
    onSuccess: (_unit, action) => toast({ tone: action === 'crash' ? 'warn' : 'ok', title: words.begun[action](unit.name) }),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['machines'] }), client.invalidateQueries({ queryKey: ['health'] })]),
  });
  const off = useOffReason(undefined, true);
  const why = unit.absent ?? unit.lasting;
  if (why !== undefined) return <Banner tone="idle">{why}</Banner>;
  const choices: UnitAction[] = unit.state === 'active' ? ['stop', 'crash', 'restart'] : unit.stopped ? ['start'] : ['start', 'stop'];
  return (
    <>
      <ul className="flex flex-col gap-2">
        {choices.map((action) => (
          <li key={action} className="flex items-center gap-3">
            <Button
              variant={action === 'crash' ? 'danger' : 'outline'}
              size="sm"
              className="w-24 shrink-0 justify-center"
              disabledReason={off}
              pending={change.isPending && change.variables === action}
              onClick={() => change.mutate(action)}
            >
              {words.actions[action]}
            </Button>
            <span className="text-xs text-muted">{words.hints[action]}</span>
          </li>
        ))}
      </ul>
      {change.error && (
        <Banner tone="danger" title={words.failed}>
          {change.error.message}
        </Banner>
      )}
    </>
  );
}
