import { examples } from '../../shared/contracts/examples.ts';
import type { ExampleStory } from './example-story.ts';
import { person } from './people.ts';

const leila = 'leila.haddad';
const marta = 'marta.nowak';
const tomos = 'tomos.pryce';

/** A resident who was never answered asks for stage 2. */
export async function tellEscalationStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('receiveComplaint');
  story.moveTo('2027-01-19T11:55:00Z');
  await story.ask('requestLink');
  await story.send();
  story.moveTo('2027-01-19T12:00:00Z');
  await story.ask('openSession');
  await story.ask('escalateComplaint');
  return story;
}

/** What staff do that is not done with every complaint, from an exclusion to an Ombudsman's orders. */
export async function tellLaterStory(story: ExampleStory): Promise<ExampleStory> {
  const outcomes = examples.draft.body.outcomes.filter(({ point }) => point === 'point-1');
  await story.ask('readDepartures', marta);
  await story.ask('addPerson', 'ian.brennan');
  await story.ask('logComplaint', leila);
  await story.ask('assign', marta);
  await story.ask('nameSupporter', leila);
  await story.ask('adjust', leila);
  await story.ask('exclude', leila);
  story.moveTo('2026-12-29T10:00:00Z');
  await story.ask('acceptAfterAll', marta);
  await story.ask('acknowledge', leila, examples.acknowledge.body);
  await story.ask('agreeUpdates', leila);
  await story.ask('raiseIssue', leila);
  story.moveTo('2027-01-07T12:00:00Z');
  await story.ask('addAction', leila, examples.addAction.body);
  await story.ask('draft', leila, { outcomes });
  await story.ask('respond', leila, {});
  await story.ask('compensate', leila);
  story.moveTo('2027-01-20T12:00:00Z');
  await story.ask('replaceAction', leila);
  await story.ask('recordLearning', leila);
  await story.ask('escalate', leila);
  await story.ask('restrict', tomos);
  story.moveTo('2027-01-22T12:00:00Z');
  await story.ask('refuseEscalation', marta);
  story.moveTo('2027-03-10T12:00:00Z');
  await story.ask('answerOmbudsman', leila);
  return story;
}

/** A manager looks at what goes out after Christmas if nobody does anything. */
export async function tellForecastStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('addPerson', 'ian.brennan');
  await story.ask('logComplaint', leila);
  await story.ask('assign', marta);
  await story.send();
  await story.ask('forecast', marta);
  return story;
}

/** Two neighbours complain through a councillor, and one of them moves away. */
export async function tellPartyStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('logComplaint', leila, {
    ...examples.logComplaint.body,
    others: [{ name: 'Ada Example', email: 'ada@example.com' }],
    representative: { name: 'Rosa Example', email: 'rosa@council.example', relationship: 'councillor' },
  });
  await story.ask('recordConsent', leila);
  await story.ask('instructCopies', leila);
  await story.ask('leaveComplaint', leila);
  return story;
}

/** Two complaints come over from old records, of which one cannot have happened. */
export async function tellImportStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('addPerson', 'ian.brennan');
  await story.ask('importComplaints', marta);
  return story;
}

/** Somebody complains twice of the same, and staff write down how they are reached. */
export async function tellRecordsStory(story: ExampleStory): Promise<ExampleStory> {
  const complaint = {
    ...examples.logComplaint.body,
    complainant: {
      ...examples.logComplaint.body.complainant,
      address: examples.keepPropertyRecord.body.address,
    },
  };
  await story.ask('logComplaint', leila, { ...complaint, category: 'repairs' });
  story.moveTo('2026-12-24T10:00:00Z');
  const description = 'My boiler has been out since Sunday. Nobody has come.';
  await story.ask('logComplaint', marta, { ...complaint, description });
  await story.ask('findResidents', leila);
  await story.ask('keepResidentRecord', leila);
  await story.ask('readResidentRecord', leila);
  await story.ask('keepPropertyRecord', leila);
  await story.ask('readPropertyRecord', leila);
  await story.ask('suggestDuplicates', leila);
  return story;
}

/** Two people who do not use email: one gets letters, the other is rung up. */
export async function tellLetterStory(story: ExampleStory): Promise<ExampleStory> {
  const { email: _, ...sam } = examples.logComplaint.body.complainant;
  const byPost = { ...sam, address: '5 Elm Road, Northtown TV1 1AA', preferredChannel: 'letter' };
  const description = examples.logComplaint.body.description;
  const asked = { landlord: 'counted-from-receipt', channel: 'phone', description };
  await story.ask('logComplaint', leila, { ...asked, complainant: byPost });
  const ada = {
    name: 'Ada Example',
    phone: '01632 960888',
    preferredChannel: 'phone',
    language: 'pl',
    safeContact: 'Only before noon; ask for Ada.',
  };
  await story.ask('logComplaint', marta, { ...asked, complainant: ada });
  story.moveTo('2026-12-29T10:00:00Z');
  const { points } = examples.acknowledge.body;
  await story.ask('acknowledge', leila, { points });
  await story.ask('acknowledge', marta, { points }, { reference: 'M3TB8-R2ZCH' });
  await story.ask('readLetters', leila);
  await story.ask('readCalls', leila);
  await story.ask('readLetter', leila);
  story.moveTo('2026-12-30T15:00:00Z');
  await story.ask('postLetter', leila);
  return story;
}

/** Somebody complains on the phone and by the form, and staff find that both are one. */
export async function tellIntakeStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('logComplaint', leila);
  await story.ask('logComplaint', marta, { ...examples.logComplaint.body, channel: 'web-form' });
  await story.ask('triage', leila);
  await story.register.save(person('tomos.pryce'));
  await story.ask('declareConflict', marta);
  await story.ask('link', leila);
  await story.ask('askResident', leila);
  await story.ask('merge', leila);
  return story;
}
