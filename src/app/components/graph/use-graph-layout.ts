import { useEffect, useState } from 'react';
import type { Place, PlainGraph } from './graph-layout.ts';

/** The places of a graph's nodes, worked out beside the page; undefined until they are there. Keep the graph stable between renders. */
export function useGraphLayout(graph: PlainGraph): Place[] | undefined {
  const [laidOut, setLaidOut] = useState<{ graph: PlainGraph; places: Place[] }>();
  useEffect(() => {
    const worker = new Worker(new URL('layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Place[]>) => setLaidOut({ graph, places: data }));
    worker.postMessage({ nodes: graph.nodes.map(({ id }) => ({ id })), edges: graph.edges }, []);
    return () => worker.terminate();
  }, [graph]);
  return laidOut?.graph === graph ? laidOut.places : undefined;
}
