import { X } from 'lucide-react';

/** What failed has a sign beside its colour. */
export function Cross() {
  return <X aria-hidden size={10} strokeWidth={3} className="mx-auto mt-[3px] text-surface" />;
}
