import { describe, expect, it } from 'vitest';
import { checkPattern, matchesPattern } from '../../../infra/local/event-pattern.ts';

const event = {
  source: 'aws.ses',
  detail: { eventType: 'Bounce', mail: { tags: { set: ['redress', 'other'] } } },
};

describe('an event pattern', () => {
  it('matches when every field has one of its values', () => {
    expect(matchesPattern({ source: ['aws.ses', 'aws.s3'], detail: { eventType: ['Bounce'] } }, event)).toBe(
      true,
    );
  });

  it('matches a list in the event by any of its elements', () => {
    expect(matchesPattern({ detail: { mail: { tags: { set: ['redress'] } } } }, event)).toBe(true);
  });

  it('matches anything but some values', () => {
    const notSent = { detail: { eventType: [{ 'anything-but': ['Send', 'Delivery'] }] } };
    expect(matchesPattern(notSent, event)).toBe(true);
    expect(matchesPattern(notSent, { detail: { eventType: 'Send' } })).toBe(false);
    expect(matchesPattern(notSent, { detail: { eventType: 'Delivery' } })).toBe(false);
    expect(matchesPattern(notSent, { detail: {} })).toBe(false);
    expect(matchesPattern({ detail: { eventType: ['Send', { 'anything-but': ['Send'] }] } }, event)).toBe(
      true,
    );
  });

  it.each([
    { source: ['aws.s3'] },
    { account: ['1'] },
    { detail: { eventType: ['Send'] } },
    { source: { nested: ['aws.ses'] } },
    { detail: { mail: { tags: { set: ['red'] } } } },
  ])('does not match otherwise: %j', (pattern) => {
    expect(matchesPattern(pattern, event)).toBe(false);
  });
});

describe('a pattern the local stack does not know', () => {
  it.each([
    { source: [{ prefix: 'aws.' }] },
    { source: [{ 'anything-but': { prefix: 'aws.' } }] },
    { source: [{ 'anything-but': [1] }] },
    { source: [{ 'anything-but': [] }] },
    { source: [{ 'anything-but': ['aws.ses'], exists: true }] },
    { source: 'aws.ses' },
    { source: [] },
    { detail: { count: [1] } },
    { detail: { eventType: [null] } },
    { detail: {} },
    { $or: ['a'] },
    {},
  ])('stops the start: %j', (pattern) => {
    expect(() => checkPattern(pattern, 'Rule R')).toThrow(/^Rule R has an (?:empty )?event pattern/);
  });
});
