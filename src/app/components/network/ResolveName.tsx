import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNetworkWords } from '../../i18n/network-words.ts';
import { type NameRecord, nameQuery, vipRecords, vipUsagesQuery } from '../../live/network-queries.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

/** Asks mesos-dns for a name; the answer is kept up to date as long as it is shown. The name is in the URL. */
export function ResolveName() {
  const { resolve: words } = useNetworkWords();
  const [name, setName] = useSearchText('name');
  const [typed, setTyped] = useState(name);
  return (
    <section aria-label={words.title} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 className="font-semibold">{words.title}</h2>
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setName(typed.trim());
        }}
      >
        <Field label={words.label} labelHidden hint={words.hint} className="min-w-0 flex-1 basis-60">
          <TextInput value={typed} onChange={(event) => setTyped(event.target.value)} placeholder="redis.marathon.mesos" />
        </Field>
        <Button type="submit">{words.action}</Button>
      </form>
      {name !== '' && <Records name={name} />}
    </section>
  );
}

function Records({ name }: { name: string }) {
  const { resolve: words } = useNetworkWords();
  const { data, error } = useQuery(nameQuery(name));
  const vips = useQuery(vipUsagesQuery).data;
  if (error)
    return (
      <Banner tone="danger" title={words.failed}>
        {error.message}
      </Banner>
    );
  if (!data) return <Spinner size={16} />;
  const records = [...(vips ? vipRecords(vips, name) : []), ...data];
  if (records.length === 0)
    return (
      <Banner tone="warn" title={words.noSuchName(name)}>
        {words.noSuchNameHint}
      </Banner>
    );
  return <RecordTable name={name} records={records} />;
}

function RecordTable({ name, records }: { name: string; records: NameRecord[] }) {
  const { resolve: words } = useNetworkWords();
  const hasPorts = records.some(({ port }) => port !== undefined);
  const hasHosts = records.some(({ host }) => host !== undefined);
  return (
    <div className="overflow-x-auto">
      <table aria-label={words.results(name)} className="w-full text-left">
        <thead className="text-xs text-muted">
          <tr>
            <th className="py-1 pr-4 font-medium">{words.address}</th>
            {hasPorts && <th className="py-1 pr-4 font-medium">{words.port}</th>}
            {hasHosts && <th className="py-1 font-medium">{words.host}</th>}
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          {records.map(({ address, port, host }) => (
            <tr key={`${address} ${port} ${host}`} className="border-t border-line">
              <td className="py-1 pr-4">
                <span className="flex items-center gap-1">
                  {address}
                  <CopyButton text={port === undefined ? address : `${address}:${port}`} />
                </span>
              </td>
              {hasPorts && <td className="py-1 pr-4">{port}</td>}
              {hasHosts && <td className="py-1 wrap-anywhere">{host}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
