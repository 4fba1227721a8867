/** For what is text alone: nothing in it takes the focus, and without that the keyboard could not scroll it. */
export const FOCUSABLE_TEXT = { tabIndex: 0 };
