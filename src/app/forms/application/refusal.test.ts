import { describe, expect, it } from 'vitest';
import { applicationForm } from '../../i18n/en/application-form.ts';
import { marathon } from '../../i18n/en/marathon.ts';
import { ApiError } from '../../util/http.ts';
import { refusalOf } from './refusal.ts';

const words = { problems: applicationForm.problems, answers: applicationForm.answers, conflict: marathon.conflict };
const answer = (status: number, body?: unknown, message = 'as Marathon says') =>
  refusalOf(new ApiError(status, message, body), '/web', words);
const sentences = (status: number): string[] => answer(status).problems.map(({ path, message }) => `${path}|${message}`);

describe("Marathon's answer to an app", () => {
  it('is told at the fields that it names, its codes in words', () => {
    const details = [
      { path: '/cpus', errors: ['error.expected.jsnumber'] },
      { path: '/', errors: ['Groups and Applications may not have the same identifier: /web'] },
    ];
    expect(answer(422, { message: 'Invalid JSON', details })).toEqual({
      problems: [
        { path: '/cpus', message: 'This has to be a number.' },
        { path: '/', message: 'Groups and Applications may not have the same identifier: /web' },
      ],
    });
    expect(answer(400)).toEqual({ problems: [{ path: '', message: 'as Marathon says' }] });
  });

  it('leads to the deployment that has locked the app, and may be overcome', () => {
    expect(answer(409, { message: 'locked', deployments: [{ id: 'd' }] })).toMatchObject({
      locked: true,
      link: { to: '/marathon/deployments' },
    });
  });

  it('leads to the app that has the ID already', () => {
    expect(answer(409, { message: 'exists' })).toMatchObject({ problems: [{ path: '/id' }], link: { to: '/marathon/apps/web' } });
    expect(answer(409, { message: 'exists' })).not.toHaveProperty('locked');
  });

  it('says what to do where the app itself is not at fault', () => {
    expect(sentences(401)).toEqual([`|${words.answers.unauthorised}`]);
    expect(sentences(403)).toEqual([`|${words.answers.forbidden}`]);
    for (const status of [0, 502, 503, 504]) expect(sentences(status)).toEqual([`|${words.answers.notReady('as Marathon says')}`]);
    expect(sentences(500)).toEqual([`|${words.answers.serverError(500, 'as Marathon says')}`]);
    expect(refusalOf(new TypeError('no'), '/web', words).problems).toEqual([{ path: '', message: 'TypeError: no' }]);
  });
});
