import { describe, expect, it } from 'vitest';
import { composeNotice } from '../../shared/notices/compose.ts';
import { sample } from '../support/complaints.ts';
import { ombudsmen, policy, readPage, valuesOf } from './compose-sample.ts';
import { noticeOf } from './sample-notices.ts';

const right = 'You have the right to take this decision to the Ombudsman, free of charge.';
const asking = 'You can ask the Ombudsman, free of charge, whether they can look at this decision.';
const noRight = 'so you have no automatic right to the Ombudsman';

describe.each(['exclusion', 'points-excluded', 'escalation-refusal'] as const)('the letter %s', (kind) => {
  const compose = (mayLackOmbudsman: boolean) => {
    const about = { reference: sample, ombudsmen, mayLackOmbudsman };
    const { text, html } = composeNotice({ kind, values: valuesOf(noticeOf(kind)) }, policy, about);
    return [text, readPage(html)] as const;
  };

  it('tells of the right to the Ombudsman (Code 2.4, 5.11)', () => {
    for (const words of compose(false)) {
      expect(words).toContain(`If you do not agree`);
      expect(words).toContain(`${right} `);
      expect(words).not.toContain(asking);
    }
  });

  it('promises no right to whoever may lack it, and says whom to ask (seed 003, 2.5)', () => {
    for (const words of compose(true)) {
      expect(words).toContain(`${asking} `);
      expect(words).toContain(noRight);
      expect(words).not.toContain(right);
    }
  });
});
