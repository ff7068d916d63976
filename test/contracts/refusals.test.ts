import { describe, expect, it } from 'vitest';
import { tellRefusal } from '../../shared/contracts/refusals.ts';

describe('the words of a refusal', () => {
  it('ask whether the person is a former tenant, whatever else is on record of them', () => {
    expect(tellRefusal({ type: 'AgeUnknown', lacks: ['standing', 'becameAwareOn'] }).detail).toBe(
      'How old the matter is cannot be told: find out and record that the person is a former tenant, if they are, and becameAwareOn first.',
    );
  });

  it('say what can be done with two complaints of too many people', () => {
    expect(tellRefusal({ type: 'TooManyParties', most: 10 }).detail).toBe(
      'A complaint is made by at most 10 people by name, and this would make it more; link the two instead.',
    );
  });
});
