import { ExampleStory } from './example-story.ts';

const leila = 'leila.haddad';
const start = '2026-12-23T15:00:00Z';

/** Staff log what is no complaint, each thing apart, and make a complaint of what becomes one. */
export async function tellEnquiryStories(): Promise<ExampleStory['answers']> {
  const request = new ExampleStory(start);
  await request.ask('logServiceRequest', leila);
  await request.ask('readServiceRequests', leila);
  request.moveTo('2027-01-06T12:00:00Z');
  await request.ask('reviewServiceRequest', leila);
  request.moveTo('2027-01-13T12:00:00Z');
  await request.ask('offerChoice', leila);
  await request.ask('convertServiceRequest', leila);
  await request.ask('readEnquiry', leila);
  const compliment = new ExampleStory(start);
  await compliment.ask('addPerson', 'ian.brennan');
  await compliment.ask('logCompliment', leila);
  await compliment.ask('passComplimentOn', leila);
  await compliment.ask('readCompliments', leila);
  const survey = new ExampleStory(start);
  await survey.ask('logSurveyFeedback', leila);
  const resident = new ExampleStory(start);
  await resident.ask('sendCompliment');
  return { ...compliment.answers, ...request.answers, ...survey.answers, ...resident.answers };
}
