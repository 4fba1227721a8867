import { Box, CalendarClock } from 'lucide-react';
import { chronosPaths } from '../../chronos-paths.ts';
import { type CatalogWords, useCatalogWords } from '../../i18n/catalog-words.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { CatalogPackage } from './package.ts';
import type { PackageName } from './packages.ts';

/** What a package is, what it needs, and the way to its filled form. */
export function PackageCard({ item, name }: { item: CatalogPackage; name: PackageName }) {
  const words = useCatalogWords();
  const { title, description } = words.packages[name];
  const Icon = item.kind === 'app' ? Box : CalendarClock;
  const form = item.kind === 'app' ? paths.dcos.create('/') : chronosPaths.create();
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <span className="rounded-lg bg-accent-soft p-2.5 text-accent">
          <Icon aria-hidden size={22} />
        </span>
        <h2 className="mr-auto text-base font-semibold">{title}</h2>
        <Badge tone="idle">{words.kinds[item.kind]}</Badge>
      </div>
      <p>{description}</p>
      <div className="text-xs text-muted">
        <span className="font-medium text-text">{words.needs}: </span>
        <Needs item={item} words={words} />
      </div>
      <div className="mt-auto pt-1">
        <ButtonLink variant="primary" to={`${form}?package=${item.name}`} aria-label={words.configureName(title)}>
          {words.configure}
        </ButtonLink>
      </div>
    </li>
  );
}

function Needs({ item: { image, builtHere }, words }: { item: CatalogPackage; words: CatalogWords }) {
  if (image === undefined) return words.nothingNeeded;
  return (
    <>
      {words.image(image)} {builtHere === true && words.builtHere(image)}
    </>
  );
}
