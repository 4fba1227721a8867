import { Link } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';

/** More would be a wall of names. */
const MOST_SHOWN = 60;

/** A list of jobs by name, each leading to its page. */
export function JobNames({ names }: { names: readonly string[] }) {
  const words = useChronosWords();
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {names.slice(0, MOST_SHOWN).map((name) => (
        <li key={name}>
          <Link to={chronosPaths.job(name)} className="text-accent hover:underline">
            {name}
          </Link>
        </li>
      ))}
      {names.length > MOST_SHOWN && <li className="text-muted">{words.andMore(names.length - MOST_SHOWN)}</li>}
    </ul>
  );
}
