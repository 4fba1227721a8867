import { Link } from 'react-router';

/** The figure that a panel is about, and the words that put it in relation. */
export function BigNumber({
  value,
  unit,
  caption,
  color,
  to,
}: {
  value: string;
  unit?: string;
  caption: string;
  color?: string;
  to: string;
}) {
  return (
    <Link to={to} className="group flex flex-wrap items-baseline gap-x-2.5 self-start rounded-md">
      <span className="text-4xl font-medium tracking-tight">
        {value}
        {unit !== undefined && <span className="pl-0.5 text-lg font-normal text-muted">{unit}</span>}
      </span>
      <span className="text-sm font-medium group-hover:underline" style={{ color }}>
        {caption}
      </span>
    </Link>
  );
}
