/** The end of an id, where ids of one master differ; all of it on hover. */
export function ShortId({ id }: { id: string }) {
  const end = id.length > 12 ? `…${id.slice(-9)}` : id;
  return (
    <span className="font-mono text-xs" title={id}>
      {end}
    </span>
  );
}
