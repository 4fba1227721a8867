import { type PlainGraph, placesOf } from './graph-layout.ts';

// Laying out some hundreds of nodes takes longer than a page may stand still.
addEventListener('message', ({ data }: MessageEvent<PlainGraph>) => postMessage(placesOf(data)));
