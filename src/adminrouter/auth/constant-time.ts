const encoder = new TextEncoder();

/** Whether two secrets are the same, in a time that depends on the length of what was `presented` only. */
export function sameSecret(presented: string, secret: string): boolean {
  const a = encoder.encode(presented);
  const b = encoder.encode(secret);
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index % b.length] ?? 0);
  return difference === 0 && b.length > 0;
}
