import { showToast } from './toast-store.ts';

/** `const toast = useToast(); toast({ tone: 'ok', title: '/redis was created' })` */
export function useToast(): typeof showToast {
  return showToast;
}
