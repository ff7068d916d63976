import { describe, expect, it } from 'vitest';
import { departuresOf } from '../../shared/domain/departures.ts';
import { type LandlordId, versionOf } from '../support/rules.ts';

type Expected = [clause: string, kind: string, field: string, because: string];

/** Silent throughout about stage 2, and about when anything is due. */
const sixMonthLimit: Expected[] = [
  ['2.3', 'departs', 'ageLimit.count', 'six months from first knowing'],
  ['2.4', 'departs', 'refusal.says', 'a refusal tells reasons and the procedure, and not the Ombudsman'],
  ['3.6', 'unstated', 'representatives', 'nobody is said to speak for a resident'],
  ['3.7', 'unstated', 'ombudsmanAccess.from', 'the Code is adopted, the Ombudsman not explained'],
  ['5.4', 'departs', 'contractors.handling', 'contractors handle some complaints themselves'],
  ['6.2', 'unstated', 'stage1.acknowledgement.count', 'no time is given'],
  ['6.3', 'unstated', 'stage1.response.count', 'no time is given'],
  ['6.4', 'unstated', 'stage1.extension', 'nothing is said of more time'],
  ['6.5', 'unstated', 'stage1.extension.published.tells', 'nothing is said of more time'],
  ['6.9', 'unstated', 'answers.inWriting', 'the form of an answer is not spoken of'],
  ['6.11', 'unstated', 'stage2.acknowledgement.count', 'stage 2 is not spoken of'],
  ['6.13', 'unstated', 'stage2.reviewer', 'stage 2 is not spoken of'],
  ['6.14', 'unstated', 'stage2.response.count', 'stage 2 is not spoken of'],
  ['6.15', 'unstated', 'stage2.extension', 'stage 2 is not spoken of'],
  ['6.16', 'unstated', 'stage2.extension.published.tells', 'stage 2 is not spoken of'],
];

const fifteenDayWindow: Expected[] = [
  ['1.2', 'departs', 'definition.affecting', '“an individual resident”'],
  ['2.2', 'unstated', 'exclusions', 'nothing is said to be excluded'],
  ['2.3', 'unstated', 'ageLimit.count', 'no age limit'],
  ['2.4', 'unstated', 'refusal.says', 'no refusal, so no reasons for one'],
  ['2.4', 'unstated', 'refusal.says', 'no refusal, so no Ombudsman with one'],
  ['3.6', 'unstated', 'representatives', 'nobody is said to speak for a resident'],
  ['5.2', 'departs', 'early.handling', 'it is settled when first told of, if it can be'],
  ['5.11', 'departs', 'stage2.beforehand', 'the request has to be accepted'],
  ['6.3', 'unstated', 'stage1.response.countedFrom', 'ten working days from a day that is not named'],
  ['6.4', 'departs', 'stage1.extension', 'put off with no cap'],
  ['6.5', 'departs', 'stage1.extension.published.tells', 'a new date without the Ombudsman'],
  ['6.10', 'departs', 'stage2.sameIssueOnly', 'the same issue only'],
  ['6.12', 'departs', 'stage2.reasons.asked', 'reasons are needed'],
  ['6.13', 'unstated', 'stage2.reviewer', 'a senior investigator, not said to be another one'],
  ['6.14', 'unstated', 'stage2.response.countedFrom', 'twenty working days from a day that is not named'],
  ['6.15', 'departs', 'stage2.extension', 'put off with no cap'],
  ['6.16', 'departs', 'stage2.extension.published.tells', 'a new date without the Ombudsman'],
];

const twoOmbudsmen: Expected[] = [
  ['1.2', 'unstated', 'definition.affecting', 'no definition'],
  ['1.2', 'departs', 'definition.onOurBehalf', 'third parties excluded, without “on our behalf”'],
  ['2.3', 'unstated', 'ageLimit.count', 'no age limit'],
  ['2.4', 'unstated', 'refusal.says', 'support with next steps, no reasons'],
  ['2.4', 'unstated', 'refusal.says', 'support with next steps, no Ombudsman'],
  ['3.6', 'unstated', 'representatives', 'nobody is said to speak for a resident'],
  ['3.7', 'departs', 'ombudsmanAccess.from', 'an option for whoever is not satisfied with stage 2'],
  ['5.2', 'departs', 'early.handling', 'the first point of contact comes before stage 1'],
  ['6.3', 'unstated', 'stage1.response.countedFrom', 'ten working days from a day that is not named'],
  ['6.4', 'departs', 'stage1.extension', 'put off with no cap'],
  ['6.5', 'departs', 'stage1.extension.published.tells', 'a new date without the Ombudsman'],
  ['6.9', 'unstated', 'answers.inWriting', 'in writing where a complaint is not upheld'],
  ['6.11', 'unstated', 'stage2.acknowledgement.count', 'no acknowledgement at stage 2'],
  ['6.12', 'departs', 'stage2.reasons.asked', 'reasons are needed'],
  ['6.13', 'unstated', 'stage2.reviewer', 'the manager concerned, not said to be another one'],
  ['6.14', 'unstated', 'stage2.response.countedFrom', 'twenty working days from a day that is not named'],
  ['6.15', 'departs', 'stage2.extension', 'put off with no cap'],
  ['6.16', 'departs', 'stage2.extension.published.tells', 'a new date without the Ombudsman'],
];

const countedFromReceipt: Expected[] = [
  ['1.2', 'departs', 'definition.affecting', '“an individual resident”'],
  ['2.3', 'departs', 'ageLimit.countedFrom', 'services of the last twelve months, whenever it was known'],
  ['2.3', 'departs', 'complainants.formerTenants', 'six months after leaving'],
  ['2.4', 'unstated', 'refusal.says', 'which policy applies is made clear, not why'],
  ['2.4', 'unstated', 'refusal.says', 'silent on the Ombudsman'],
  ['2.5', 'departs', 'exclusions', 'policies and service charges excluded as subjects'],
  ['5.2', 'departs', 'early.handling', 'resolved without a formal complaint if it can be'],
  ['6.2', 'unstated', 'stage1.acknowledgement.count', 'left to a separate procedure'],
  ['6.3', 'stricter', 'stage1.response.countedFrom', 'ten working days from receipt'],
  ['6.5', 'unstated', 'stage1.extension.published.tells', 'kept apprised, of what is not said'],
  ['6.9', 'unstated', 'answers.inWriting', 'the form of an answer is not spoken of'],
  ['6.11', 'unstated', 'stage2.acknowledgement.count', 'implied, without a time'],
  ['6.15', 'unstated', 'stage2.extension', 'no extension at stage 2 stated'],
  ['6.16', 'unstated', 'stage2.extension.published.tells', 'no extension at stage 2 stated'],
];

const dayZero: Expected[] = [
  ['1.5', 'departs', 'definition.after', 'a complaint once the service request has failed'],
  ['2.3', 'departs', 'ageLimit.countedFrom', 'from the incident only'],
  ['2.4', 'unstated', 'refusal.says', 'told of the refusal and the Ombudsman, not why'],
  ['3.7', 'departs', 'ombudsmanAccess.from', 'after two stages, advice at any time'],
  ['5.2', 'departs', 'early.handling', 'locally and informally first'],
  ['6.5', 'unstated', 'stage1.extension.published.tells', 'extra time is asked for, with nothing promised'],
  ['6.9', 'unstated', 'answers.inWriting', 'the form of an answer is not spoken of'],
  ['6.10', 'departs', 'stage2.beforehand', 'a discussion first'],
  ['6.13', 'unstated', 'stage2.reviewer', 'who reviews is not said'],
  ['6.14', 'unstated', 'stage2.response.countedFrom', 'twenty working days from a day that is not named'],
  ['6.16', 'unstated', 'stage2.extension.published.tells', 'extra time is asked for, with nothing promised'],
];

describe('the departures of each landlord from the Code, clause by clause', () => {
  it.each<[LandlordId, Expected[]]>([
    ['six-month-limit', sixMonthLimit],
    ['fifteen-day-window', fifteenDayWindow],
    ['two-ombudsmen', twoOmbudsmen],
    ['counted-from-receipt', countedFromReceipt],
    ['day-zero', dayZero],
    ['code-2024', []],
  ])('%s', (landlord, expected) => {
    const found = departuresOf(versionOf(landlord)).map(({ clause, kind, field }) => [clause, kind, field]);
    expect(found).toEqual(expected.map(([clause, kind, field]) => [clause, kind, field]));
  });

  it('say what either text says in whole sentences', () => {
    expect(departuresOf(versionOf('counted-from-receipt')).slice(5, 9)).toEqual([
      {
        kind: 'departs',
        clause: '2.5',
        field: 'exclusions',
        policy:
          'It excludes whole subjects: A policy, a process or a rule of law; A challenge to a service charge.',
        code: 'No blanket exclusions: each case is considered on its own circumstances.',
      },
      {
        kind: 'departs',
        clause: '5.2',
        field: 'early.handling',
        policy: 'It tries to settle the matter before stage 1, unless the resident wants stage 1 at once.',
        code: 'No stage before stage 1, by whatever name; what is settled at once is a request for service, or a fast stage 1.',
      },
      {
        kind: 'unstated',
        clause: '6.2',
        field: 'stage1.acknowledgement.count',
        policy: 'It does not say when a complaint is acknowledged.',
        code: 'A complaint is acknowledged within 5 working days.',
      },
      {
        kind: 'stricter',
        clause: '6.3',
        field: 'stage1.response.countedFrom',
        policy: 'The time counts from the day a complaint comes in.',
        code: 'The time for the answer counts from the acknowledgement.',
      },
    ]);
  });

  it('tell apart who may go to the Ombudsman for advice, and who may have stage 1 at once', () => {
    const wordsOf = (landlord: LandlordId, clause: string) =>
      departuresOf(versionOf(landlord)).find((each) => each.clause === clause)?.policy;
    expect(wordsOf('day-zero', '3.7')).toBe(
      'Residents can go to the Ombudsman after both stages, and for advice at any time.',
    );
    expect(wordsOf('two-ombudsmen', '3.7')).toBe('Residents can go to the Ombudsman after both stages.');
    expect(wordsOf('day-zero', '5.2')).toBe('It tries to settle the matter before stage 1.');
  });
});
