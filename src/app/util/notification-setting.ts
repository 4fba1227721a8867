import { keptValue } from './kept-value.ts';

/** Whether this browser is told of what happens elsewhere; on unless it was turned off. */
export const notificationChoice = keptValue('notifications', ['on', 'off'], 'on');

export const wantsNotifications = (): boolean => notificationChoice.current() === 'on';
