/** What an app was asked to be. */
export interface Wish {
  instances: number;
  /** Tells one definition from another. */
  mark: string;
}

/** An app as Marathon shows it after a restart; absent when it has none of that id. */
export interface ShownApp extends Wish {
  versions: readonly string[];
}

interface Expected {
  /** What it may be by now: more than one as long as a request may or may not have been done. Absent apps are undefined. */
  possible: (Wish | undefined)[];
  /** Versions that were read since it was last absent. */
  versions: Set<string>;
}

export type Outcome = 'acknowledged' | 'refused' | 'lost';

/**
 * What a client may rely on: an answer of 2xx is a promise, what was read stays, a refusal changes nothing, and of a request
 * without an answer either may be true.
 */
export function createAcknowledgedApps() {
  const apps = new Map<string, Expected>();
  const expected = (id: string): Expected => {
    const known = apps.get(id) ?? { possible: [undefined], versions: new Set<string>() };
    apps.set(id, known);
    return known;
  };
  return {
    /** What it is for sure; undefined when it does not exist or when that is not known. */
    current(id: string): Wish | undefined {
      const { possible } = expected(id);
      return possible.length === 1 ? possible[0] : undefined;
    },
    /** Takes up how a request ended that wished the app to be so. */
    asked(id: string, wish: Wish | undefined, outcome: Outcome): void {
      const app = expected(id);
      if (outcome === 'lost') app.possible.push(wish);
      if (outcome !== 'acknowledged') return;
      app.possible = [wish];
      if (!wish) app.versions.clear();
    },
    /** Takes up what a client was told of the versions of an app. */
    read(id: string, versions: readonly string[]): void {
      for (const version of versions) expected(id).versions.add(version);
    },
    /** Sentences on what does not agree with what was acknowledged. From then on, what is shown is what is expected. */
    compare(id: string, shown: ShownApp | undefined): string[] {
      const app = expected(id);
      const describe = (wish: Wish | undefined): string => (wish ? `${wish.instances} of ${wish.mark}` : 'nothing');
      const wrong: string[] = [];
      if (!app.possible.map(describe).includes(describe(shown))) {
        wrong.push(`${id} is ${describe(shown)} where ${app.possible.map(describe).join(' or ')} was acknowledged`);
      }
      const mayBeGone = app.possible.includes(undefined);
      const lost = [...app.versions].filter((version) => !shown?.versions.includes(version));
      if (!mayBeGone && lost.length > 0) wrong.push(`${id} has lost its versions ${lost.join(', ')}`);
      app.possible = [shown && { instances: shown.instances, mark: shown.mark }];
      if (mayBeGone) app.versions.clear();
      return wrong;
    },
  };
}
