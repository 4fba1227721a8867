import { createContext, type RefObject } from 'react';

/** The element that scrolls the page; virtualised lists outside dialogs measure against it. */
export const ScrollParentContext = createContext<RefObject<HTMLElement | null> | undefined>(undefined);
