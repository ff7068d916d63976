import type { Example } from './example.ts';

/** How an administrator keeps the staff register. */
export const peopleExamples = {
  listPeople: {
    answer: {
      people: [
        {
          id: 'leila.haddad',
          name: 'Leila Haddad',
          email: 'leila.haddad@brackenhall-homes.example',
          teams: ['north'],
          leads: [],
          landlords: ['counted-from-receipt'],
          leave: [{ from: '2027-02-15', to: '2027-02-19' }],
          cover: 'marta.nowak',
          disabled: false,
          revision: 1,
        },
        {
          id: 'marta.nowak',
          name: 'Marta Nowak',
          email: 'marta.nowak@brackenhall-homes.example',
          teams: ['north'],
          leads: ['north'],
          landlords: ['counted-from-receipt'],
          leave: [],
          disabled: false,
          revision: 0,
        },
      ],
    },
  },
  addPerson: {
    headers: { 'Idempotency-Key': 'e3b7d915-0c6a-4f28-8d41-5a9e2c7f1b60' },
    body: {
      id: 'leila.haddad',
      name: 'Leila Haddad',
      email: 'leila.haddad@brackenhall-homes.example',
      teams: ['north'],
      leads: [],
      landlords: ['counted-from-receipt'],
      leave: [],
      disabled: false,
    },
    answer: {
      id: 'leila.haddad',
      name: 'Leila Haddad',
      email: 'leila.haddad@brackenhall-homes.example',
      teams: ['north'],
      leads: [],
      landlords: ['counted-from-receipt'],
      leave: [],
      disabled: false,
      revision: 0,
    },
  },
  changePerson: {
    path: { id: 'leila.haddad' },
    headers: { 'If-Match': '"0"' },
    body: {
      name: 'Leila Haddad',
      email: 'leila.haddad@brackenhall-homes.example',
      teams: ['north'],
      leads: [],
      landlords: ['counted-from-receipt'],
      leave: [{ from: '2027-02-15', to: '2027-02-19' }],
      cover: 'marta.nowak',
      disabled: false,
    },
    answer: {
      id: 'leila.haddad',
      name: 'Leila Haddad',
      email: 'leila.haddad@brackenhall-homes.example',
      teams: ['north'],
      leads: [],
      landlords: ['counted-from-receipt'],
      leave: [{ from: '2027-02-15', to: '2027-02-19' }],
      cover: 'marta.nowak',
      disabled: false,
      revision: 1,
    },
  },
} as const satisfies Record<string, Example>;
