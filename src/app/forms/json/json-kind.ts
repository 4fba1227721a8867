import type { Schema } from './schema-node.ts';
import type { PathProblem } from './path-problem.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What the JSON stands for: an app, a job. Keep it stable between renders. */
export interface JsonKind {
  /** Of its keys and values, to offer them and to tell unknown ones. */
  schema: Schema;
  /** What the server would refuse of it. */
  judge: (document: JsonObject) => PathProblem[];
  words: JsonKindWords;
  /** Without the ending. */
  fileName: (document: JsonObject) => string;
}

export interface JsonKindWords {
  /** The accessible name of the editor. */
  editor: string;
  /** The text is JSON, but no object. */
  noObject: string;
  unknownKey: (key: string) => string;
}
