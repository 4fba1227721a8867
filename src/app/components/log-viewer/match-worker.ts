import { matchOf } from './log-pattern.ts';
import type { MatchAnswer, MatchRequest } from './text-matcher.ts';

// An expression can take longer than anybody waits, and cannot be interrupted: only what it runs in can be ended.
addEventListener('message', ({ data: { texts, expression } }: MessageEvent<MatchRequest>) =>
  postMessage({ kind: 'matched', matches: texts.map((text) => matchOf(text, expression)) } satisfies MatchAnswer),
);
postMessage({ kind: 'ready' } satisfies MatchAnswer);
