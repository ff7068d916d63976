import type { StaffToken } from '../domain/authorization.ts';
import { type Departure, departuresOf } from '../domain/departures.ts';
import { londonDateOf } from '../domain/london-time.ts';
import { policyInForce, policyVersionOf } from '../domain/policy.ts';
import type { Clock } from '../ports/clock.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';

export interface ReadDeparturesPorts extends LandlordAdmission {
  clock: Clock;
}

export interface PolicyDepartures {
  type: 'found';
  landlord: string;
  versions: { effectiveFrom: string; inForce: boolean; departures: Departure[] }[];
}

/** Where each version of a landlord's policy and the Code differ. */
export async function readDepartures(
  ports: ReadDeparturesPorts,
  token: StaffToken,
  landlord: string,
): Promise<PolicyDepartures | { type: 'refused'; refusal: NotAdmittedToLandlord }> {
  const admitted = await admitToLandlord(ports, token, 'read-policy', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const { policy } = admitted;
  const present = policyInForce(policy, londonDateOf(ports.clock()));
  const versions = policy.versions.map(({ effectiveFrom }) => ({
    effectiveFrom,
    inForce: effectiveFrom === present.effectiveFrom,
    departures: departuresOf(policyVersionOf(policy, effectiveFrom)),
  }));
  return { type: 'found', landlord, versions };
}
