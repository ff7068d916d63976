import { describe, expect, it } from 'vitest';
import { type LandlordId, versionOf } from '../../support/rules.ts';

const everyWay = ['web-form', 'phone', 'email', 'letter', 'in-person', 'social-media'];

describe('how to complain, by seed', () => {
  it.each<[LandlordId, string[], string]>([
    ['six-month-limit', everyWay, 'code'],
    ['fifteen-day-window', everyWay, 'code'],
    ['two-ombudsmen', ['web-form', 'contact-centre'], 'landlord'],
    ['counted-from-receipt', ['phone', 'email', 'web-form', 'social-media'], 'landlord'],
    ['day-zero', ['web-form', 'email', 'phone', 'in-person', 'social-media'], 'landlord'],
    ['code-2024', everyWay, 'code'],
  ])('%s: by %j (%s)', (landlord, ways, source) => {
    expect(versionOf(landlord).channels).toMatchObject({ ways, source });
  });

  it('seed 004: what is said on social media is answered to the resident alone', () => {
    expect(versionOf('day-zero').channels).toMatchObject({ socialMedia: 'answered-privately' });
  });

  it.each<[LandlordId, string[], string]>([
    ['six-month-limit', ['Reasonable adjustments to the way a complaint is made and answered'], 'code'],
    ['fifteen-day-window', ['Reasonable adjustments to the way a complaint is made and answered'], 'code'],
    ['code-2024', ['Reasonable adjustments to the way a complaint is made and answered'], 'code'],
    ['two-ombudsmen', ['The contact centre helps with making a complaint'], 'landlord'],
    [
      'counted-from-receipt',
      [
        'Somebody to talk it through with, in a way that suits',
        'More time than usual to give us information',
        'Large print, audio, another language or a translator',
        'A member of the Residents’ Complaint Review Group at any point',
      ],
      'landlord',
    ],
    ['day-zero', ['We fill in the form together, by phone or in person'], 'landlord'],
  ])('%s: helps with %j (%s)', (landlord, offers, source) => {
    expect(versionOf(landlord).help).toEqual({ offers, source });
  });

  it('seed 003: a group of residents supports whoever complains', () => {
    expect(versionOf('counted-from-receipt').supporters).toEqual({
      name: 'Residents’ Complaint Review Group',
      contact: 'complaints@brackenhall-homes.example',
    });
  });
});

describe('who may complain, by seed', () => {
  it('seed 000: any member of the public, named or not', () => {
    expect(versionOf('six-month-limit').complainants).toEqual({
      who: ['One or more members of the public'],
      anonymous: 'considered',
      source: 'landlord',
    });
  });

  it('seed 003: the public too, without a right to the Ombudsman, and nobody faster through a politician', () => {
    expect(versionOf('counted-from-receipt').complainants).toMatchObject({
      who: [
        'Individuals or their advocates, groups and organisations who pay for a service of ours, receive one or reasonably expect one',
      ],
      public: {
        when: 'Something that we did or plan to do affects them directly',
        ombudsmanRight: 'not-automatic',
      },
      politicians: 'no-fast-track',
      source: 'landlord',
    });
  });

  it.each<[LandlordId, string]>([
    ['fifteen-day-window', 'An individual resident or a group of residents'],
    ['two-ombudsmen', 'Our customers'],
    ['day-zero', 'A resident or a group of residents'],
  ])('%s: %s', (landlord, who) => {
    expect(versionOf(landlord).complainants).toEqual({ who: [who], source: 'landlord' });
  });

  it.each<[LandlordId, string, string, string]>([
    ['six-month-limit', 'unstated', 'unstated', 'code'],
    ['fifteen-day-window', 'unstated', 'unstated', 'code'],
    ['two-ombudsmen', 'unstated', 'unstated', 'code'],
    ['counted-from-receipt', 'unstated', 'unstated', 'landlord'],
    ['day-zero', 'checked', 'unless-told-otherwise', 'landlord'],
    ['code-2024', 'unstated', 'unstated', 'code'],
  ])(
    '%s: permission of a representative %s, a copy %s (%s)',
    (landlord, permission, copyOfAnswer, source) => {
      expect(versionOf(landlord).representatives).toMatchObject({ permission, copyOfAnswer, source });
    },
  );
});

describe('the way to the Ombudsman, by seed', () => {
  it.each<[LandlordId, object]>([
    ['six-month-limit', { from: 'any-time', advice: 'any-time', source: 'code' }],
    ['fifteen-day-window', { from: 'any-time', advice: 'any-time', source: 'landlord' }],
    ['two-ombudsmen', { from: 'after-both-stages', advice: 'unstated', source: 'landlord' }],
    ['counted-from-receipt', { from: 'any-time', advice: 'any-time', source: 'landlord' }],
    [
      'day-zero',
      {
        from: 'after-both-stages',
        advice: 'any-time',
        prefers: 'Email or the form on its website rather than post',
        source: 'landlord',
      },
    ],
    ['code-2024', { from: 'any-time', advice: 'any-time', source: 'code' }],
  ])('%s: %j', (landlord, access) => {
    expect(versionOf(landlord).ombudsmanAccess).toEqual(access);
  });

  it('seed 002: two Ombudsmen, everybody else one', () => {
    expect(versionOf('two-ombudsmen').ombudsmen).toEqual(['housing-ombudsman', 'local-government-ombudsman']);
    for (const landlord of [
      'six-month-limit',
      'fifteen-day-window',
      'counted-from-receipt',
      'day-zero',
      'code-2024',
    ] as const) {
      expect(versionOf(landlord).ombudsmen).toEqual(['housing-ombudsman']);
    }
  });
});
