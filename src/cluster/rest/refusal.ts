/** A request that is refused for how it was made, whatever it is about: 404, 405, 406, 413, 415. Thrown inside, shaped by each product at its edge. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  /** Headers that the answer has, like Allow of a 405. */
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
