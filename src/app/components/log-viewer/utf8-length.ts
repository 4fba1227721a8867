/**
 * Bytes of a text in UTF-8. A replacement character stands for one byte that was no UTF-8: such files have no exact addresses,
 * but ones that never run past what was read.
 */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80 || code === 0xff_fd) bytes += 1;
    // each half of a character of two code units is two of its four bytes
    else if (code < 0x8_00 || (code >= 0xd8_00 && code < 0xe0_00)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
