import { parseFields } from '../../shared/contracts/parse.ts';
import { type Problem, problem } from '../../shared/contracts/problems.ts';
import {
  duplicatesBody,
  propertyRecordBody,
  propertyRecordRequest,
  residentRecordBody,
  residentRecordRequest,
  residentsBody,
  residentsQuery,
} from '../../shared/contracts/records.ts';
import {
  type PropertyRecord,
  propertyIdPattern,
  type ResidentRecord,
  residentIdPattern,
} from '../../shared/domain/records.ts';
import { isReference } from '../../shared/domain/reference.ts';
import { findResidents } from '../../shared/use-cases/find-residents.ts';
import {
  keepRecord,
  type RecordPorts,
  type RecordRefusal,
  readRecord,
  type SeenRecord,
} from '../../shared/use-cases/keep-records.ts';
import { properties, residents } from '../../shared/use-cases/record-shelves.ts';
import { describeDuplicates, describeRecord } from '../../shared/use-cases/record-view.ts';
import { suggestDuplicates } from '../../shared/use-cases/suggest-duplicates.ts';
import type { HttpAnswer, HttpRequest } from '../middleware/http.ts';
import {
  notAdmitted,
  notAdmittedToLandlord,
  orProblem,
  readBody,
  readVersion,
  type StaffHandler,
} from './requests.ts';

export function createRecordHandlers(ports: RecordPorts) {
  return {
    findResidents: async (token, { params, query }) => {
      const parsed = orProblem(parseFields(residentsQuery, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const { surname, postcode = '' } = parsed.value;
      const wanted = surname === undefined ? { postcode } : { surname };
      const found = await findResidents(ports, token, params.landlord ?? '', wanted);
      if (found.type === 'refused') return notAdmittedToLandlord(found.refusal);
      return { status: 200, body: JSON.stringify(residentsBody.parse({ residents: found.residents })) };
    },
    readResidentRecord: async (token, request) => {
      const name = nameOf(request, 'resident', residentIdPattern);
      const seen = name ? await readRecord(ports, token, residents, name) : unknown;
      return seen.type === 'found' ? answerResident(seen) : refused(seen.refusal);
    },
    keepResidentRecord: async (token, request) => {
      const sent = readChange(request, residentRecordRequest);
      if ('problem' in sent) return sent.problem;
      const name = nameOf(request, 'resident', residentIdPattern);
      const kept = name ? await keepRecord(ports, token, residents, name, sent.value) : unknown;
      return kept.type === 'found' ? answerResident(kept) : refused(kept.refusal);
    },
    readPropertyRecord: async (token, request) => {
      const name = nameOf(request, 'property', propertyIdPattern);
      const seen = name ? await readRecord(ports, token, properties, name) : unknown;
      return seen.type === 'found' ? answerProperty(seen) : refused(seen.refusal);
    },
    keepPropertyRecord: async (token, request) => {
      const sent = readChange(request, propertyRecordRequest);
      if ('problem' in sent) return sent.problem;
      const name = nameOf(request, 'property', propertyIdPattern);
      const kept = name ? await keepRecord(ports, token, properties, name, sent.value) : unknown;
      return kept.type === 'found' ? answerProperty(kept) : refused(kept.refusal);
    },
    suggestDuplicates: async (token, { params }) => {
      const { reference = '' } = params;
      if (!isReference(reference)) return notAdmitted({ type: 'unknown' });
      const found = await suggestDuplicates(ports, { token, reference });
      if (found.type !== 'found') return notAdmitted(found);
      const body = { reference, suggestions: describeDuplicates(found.suggestions) };
      return { status: 200, body: JSON.stringify(duplicatesBody.parse(body)) };
    },
  } as const satisfies Record<string, StaffHandler>;
}

/** Nobody and nothing can be called so. */
const unknown = { type: 'refused', refusal: { type: 'UnknownRecord' } } as const;

function nameOf({ params }: HttpRequest, kind: 'resident' | 'property', pattern: RegExp) {
  const { landlord = '', [kind]: id = '' } = params;
  return pattern.test(id) ? { landlord, id } : undefined;
}

function readChange<Schema extends Parameters<typeof readBody>[0]>(request: HttpRequest, schema: Schema) {
  const revision = readVersion(request);
  if ('problem' in revision) return revision;
  const body = readBody(schema, request);
  if ('problem' in body) return body;
  return { value: { revision: revision.value, details: body.value } };
}

function answerResident(seen: SeenRecord<ResidentRecord>): HttpAnswer {
  const { id: resident, ...record } = describeRecord(seen);
  const body = residentRecordBody.parse({ resident, ...record });
  return { status: 200, body: JSON.stringify(body), version: record.revision };
}

function answerProperty(seen: SeenRecord<PropertyRecord>): HttpAnswer {
  const { id: property, ...record } = describeRecord(seen);
  const body = propertyRecordBody.parse({ property, ...record });
  return { status: 200, body: JSON.stringify(body), version: record.revision };
}

function refused(refusal: RecordRefusal): Problem {
  switch (refusal.type) {
    case 'UnknownRecord':
      return problem('unknown-record', 'Check the id, which a complaint of theirs names.');
    case 'StaleRecord':
      return {
        ...problem('stale', 'Read the record again and base the change on it; nothing was stored.'),
        currentVersion: refusal.revision,
      };
    default:
      return notAdmittedToLandlord(refusal);
  }
}
