import { useEffect, useState } from 'react';
import type { Place, PlainGraph } from './graph-layout.ts';

/**
 * The places of a graph's nodes, worked out beside the page; undefined until there are some. A graph of the same nodes and edges keeps
 * its places whatever else changes in it, and a drawing stays until the next one is ready. Keep the graph stable between renders.
 */
export function useGraphLayout(graph: PlainGraph): Place[] | undefined {
  const [places, setPlaces] = useState<Place[]>();
  const shape = JSON.stringify({ nodes: graph.nodes.map(({ id }) => ({ id })), edges: graph.edges.map(({ from, to }) => ({ from, to })) });
  useEffect(() => {
    const worker = new Worker(new URL('layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Place[]>) => setPlaces(data));
    worker.postMessage(JSON.parse(shape), []);
    return () => worker.terminate();
  }, [shape]);
  return places;
}
