import { setText, slot } from './dom.ts';

/** Gives a function that has assistive technology read a text out when it is free. */
export function announcer(): (text: string) => void {
  const live = slot('live');
  let texts: string[] = [];
  return (text) => {
    if (!live || text === '') return;
    // What is said in one turn is said together: a region that changes twice is read once.
    if (texts.length === 0) {
      setTimeout(() => {
        setText(live, texts.join(' '));
        texts = [];
      });
    }
    texts.push(text);
  };
}
