import { forecastBody, forecastQuery } from '../../shared/contracts/forecast.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import { invalidRequest, type Problem } from '../../shared/contracts/problems.ts';
import { civilDate, describeDate } from '../../shared/domain/civil-date.ts';
import { type ForecastPorts, type ForecastRefusal, forecast } from '../../shared/use-cases/forecast.ts';
import { logFailure } from '../middleware/log.ts';
import { notAdmittedToLandlord, orProblem, type StaffHandler } from './requests.ts';

export type ForecastApiPorts = Omit<ForecastPorts, 'report'>;

export function createForecastHandlers(ports: ForecastApiPorts) {
  return {
    forecast: async (token, { query }) => {
      const parsed = orProblem(parseFields(forecastQuery, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const { landlord, on } = parsed.value;
      const report = (error: unknown) => logFailure('forecast-left-out', { landlord }, error);
      const found = await forecast({ ...ports, report }, token, { landlord, on: civilDate(on) });
      if (found.type === 'refused') return refused(found.refusal);
      const { type: _, until: __, ...body } = found;
      return { status: 200, body: JSON.stringify(forecastBody.parse({ ...body, on })) };
    },
  } as const satisfies Record<string, StaffHandler>;
}

function refused(refusal: ForecastRefusal): Problem {
  if (refusal.type !== 'OutOfReach') return notAdmittedToLandlord(refusal);
  const { from, until } = refusal;
  const detail = `must be a day from ${describeDate(from)} to ${describeDate(until)}`;
  return invalidRequest([{ field: 'on', detail }]);
}
