import type { Terminal } from './terminal.ts';

/** One step of several, as it goes. */
export interface Step {
  /** What it waits for now. */
  waiting(what: string): void;
  done(detail?: string): void;
  failed(why: string): void;
}

/** A list of what a command does, each step with a mark once it is over. Without a terminal each thing is said once, in a line of its own. */
export function beginStep(terminal: Terminal, name: string, now: () => number = () => performance.now()): Step {
  const began = now();
  let said: string | undefined;
  let isOver = false;
  const waiting = (what: string): void => {
    if (isOver || what === said) return;
    said = what;
    const line = what === '' ? `  ${name} …` : `  ${name}: ${what} …`;
    if (terminal.isInteractive) terminal.live(line);
    else if (what !== '') terminal.note(line);
  };
  const end = (mark: string, text: string): void => {
    if (isOver) return;
    isOver = true;
    terminal.note(`${mark} ${text}`);
  };
  waiting('');
  return {
    waiting,
    done(detail) {
      const seconds = ((now() - began) / 1000).toFixed(1);
      end(terminal.paint('green', '✔'), `${name}${detail === undefined ? '' : `: ${detail}`} ${terminal.paint('grey', `(${seconds} s)`)}`);
    },
    failed: (why) => end(terminal.paint('red', '✘'), `${name}: ${why}`),
  };
}
