/**
 * A program that does nothing and needs nothing, no library and no shell: a container of it holds a network. Docker has no
 * other way to keep one, and no image that is sure to be there. As the first process of its container it ends by SIGKILL alone.
 */

/** Where the program is loaded; both headers are part of what is loaded. */
const LOADED_AT = 0x40_0000;
const FILE_HEADER_BYTES = 64;
const PROGRAM_HEADER_BYTES = 56;
const HEADERS_BYTES = FILE_HEADER_BYTES + PROGRAM_HEADER_BYTES;

interface Architecture {
  /** Of ELF's `e_machine`. */
  machine: number;
  code: Uint8Array;
}

const words = (...instructions: number[]): Uint8Array => new Uint8Array(Uint32Array.from(instructions).buffer);

/** By the names of Docker's API. */
const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  // again: mov eax, 34 (pause); syscall; jmp again
  amd64: { machine: 62, code: Uint8Array.of(0xb8, 34, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7) },
  // again: mov x0..x3, 0; mov x8, 73 (ppoll); svc 0; b again
  arm64: { machine: 183, code: words(0xd280_0000, 0xd280_0001, 0xd280_0002, 0xd280_0003, 0xd280_0928, 0xd400_0001, 0x17ff_fffa) },
};

/** The program as an ELF file; undefined for an architecture that is not known. */
export function pauseProgram(architecture: string): Uint8Array | undefined {
  const known = ARCHITECTURES[architecture];
  if (!known) return undefined;
  const { machine, code } = known;
  const file = new Uint8Array(HEADERS_BYTES + code.length);
  const view = new DataView(file.buffer);
  const u16 = (at: number, value: number): void => view.setUint16(at, value, true);
  const u32 = (at: number, value: number): void => view.setUint32(at, value, true);
  const u64 = (at: number, value: number): void => view.setBigUint64(at, BigInt(value), true);
  // 64 bits, little-endian, version 1
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  u16(16, 2); // an executable
  u16(18, machine);
  u32(20, 1);
  u64(24, LOADED_AT + HEADERS_BYTES); // where it begins
  u64(32, FILE_HEADER_BYTES); // the program headers
  u16(52, FILE_HEADER_BYTES);
  u16(54, PROGRAM_HEADER_BYTES);
  u16(56, 1); // how many
  const segment = FILE_HEADER_BYTES;
  u32(segment, 1); // to be loaded
  u32(segment + 4, 5); // readable, executable
  u64(segment + 16, LOADED_AT);
  u64(segment + 24, LOADED_AT);
  u64(segment + 32, file.length);
  u64(segment + 40, file.length);
  u64(segment + 48, 0x1000); // alignment
  file.set(code, HEADERS_BYTES);
  return file;
}
