import { useMutation, useQueryClient } from '@tanstack/react-query';
import { USERS_KEY } from './users.ts';

/** A change of users: what is shown of them is asked anew after it. */
export function useUserChange<T, R = unknown>(change: (value: T) => Promise<R>, onSuccess?: (result: R, value: T) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result, value) => onSuccess?.(result, value),
    onSettled: () => client.invalidateQueries({ queryKey: USERS_KEY }),
  });
}
