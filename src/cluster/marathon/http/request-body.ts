import { bodyText } from '../../rest/body-text.ts';
import { malformed, MarathonError } from '../errors.ts';

/** The JSON value of the body. Errors: 400 when it is none, 413 when it is too large. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await bodyText(request);
  if (text.trim() === '') {
    throw new MarathonError(400, 'Please specify data in JSON format', { details: 'The body is empty' });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    throw malformed(fault instanceof Error ? fault.message : 'The body is not JSON');
  }
}
