import { Fragment } from 'react';

const URL_IN_TEXT = /(https?:\/\/[^\s"'<>]+[^\s"'<>.,;:!?)\]}])/;

/** A server's sentence, with the addresses in it as links. */
export function LinkedText({ text }: { text: string }) {
  return text.split(URL_IN_TEXT).map((part, index) => {
    const key = `${index} ${part}`;
    if (index % 2 === 0) return <Fragment key={key}>{part}</Fragment>;
    return (
      <a key={key} href={part} target="_blank" rel="noreferrer" className="underline">
        {part}
      </a>
    );
  });
}
