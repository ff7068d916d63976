import { departuresBody } from '../../shared/contracts/policy.ts';
import { type ReadDeparturesPorts, readDepartures } from '../../shared/use-cases/read-departures.ts';
import { notAdmittedToLandlord, type StaffHandler } from './requests.ts';

export type PolicyApiPorts = ReadDeparturesPorts;

export function createPolicyHandlers(ports: PolicyApiPorts) {
  return {
    readDepartures: async (token, { params: { landlord = '' } }) => {
      const found = await readDepartures(ports, token, landlord);
      if (found.type === 'refused') return notAdmittedToLandlord(found.refusal);
      const { type: _, ...body } = found;
      return { status: 200, body: JSON.stringify(departuresBody.parse(body)) };
    },
  } as const satisfies Record<string, StaffHandler>;
}
