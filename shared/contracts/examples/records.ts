import type { recordRoutes } from '../routes/records.ts';
import type { Example } from './example.ts';

const landlord = 'counted-from-receipt';
const resident = 'r-0xTk0bCQUzXUrsa9lHJPYn';
const property = 'p-cbDaBaHwVutaIkix56cXGF';
const [reference, other] = ['K7QF2-9XW48', 'M3TB8-R2ZCH'];

const person = {
  name: 'Sam Example',
  safeContact: { mayBeMailed: true, voicemail: 'no', note: 'No voicemail at home: others listen to it.' },
  adjustments: [{ kind: 'large-print', note: 'Letters in 16 point or larger.' }],
  disabilities: ['Low vision.'],
} as const;
const home = {
  address: '5 Elm Road, Northtown TV1 1AA',
  notes: 'The boiler is in the loft; the ladder is kept by the caretaker.',
  hazards: ['no-heating-or-hot-water'],
} as const;
const written = { landlord, revision: 1, updatedBy: 'leila.haddad', updatedAt: '2026-12-24T10:00:00.000Z' };
const complaints = [
  {
    reference: other,
    stage: 1,
    status: 'received',
    receivedOn: '2026-12-24',
    adjustments: [],
    restrictions: [],
  },
  {
    reference,
    stage: 1,
    status: 'received',
    receivedOn: '2026-12-23',
    category: 'repairs',
    adjustments: [],
    restrictions: [],
  },
];

/** What staff keep of people and of homes, and what they are told may be the same complaint. */
export const recordExamples = {
  findResidents: {
    path: { landlord },
    query: { surname: 'exam' },
    otherQuery: { postcode: 'NM4 4DD' },
    answer: {
      residents: [{ resident, name: 'Sam Example', address: home.address, complaints: [reference, other] }],
    },
  },
  keepResidentRecord: {
    path: { landlord, resident },
    headers: { 'If-Match': '"0"' },
    body: person,
    answer: { resident, ...written, ...person, complaints },
  },
  readResidentRecord: {
    path: { landlord, resident },
    answer: { resident, ...written, ...person, complaints },
  },
  keepPropertyRecord: {
    path: { landlord, property },
    headers: { 'If-Match': '"0"' },
    body: home,
    answer: { property, ...written, ...home, complaints },
  },
  readPropertyRecord: {
    path: { landlord, property },
    answer: { property, ...written, ...home, complaints },
  },
  suggestDuplicates: {
    path: { reference },
    answer: {
      reference,
      suggestions: [
        {
          reference: other,
          stage: 1,
          status: 'received',
          receivedOn: '2026-12-24',
          same: ['person', 'property', 'subject'],
          excerpt: 'My boiler has been out since Sunday. Nobody has come.',
        },
      ],
    },
  },
} as const satisfies Record<keyof typeof recordRoutes, Example>;
