import { Link } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';

/** A list of jobs by name, each leading to its page. */
export function JobNames({ names }: { names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {names.map((name) => (
        <li key={name}>
          <Link to={chronosPaths.job(name)} className="text-accent hover:underline">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
