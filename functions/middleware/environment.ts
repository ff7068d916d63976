import { type Environment, environments, type FunctionName } from '../../shared/contracts/environment.ts';

/** The only place where product code reads `process.env`. @throws ZodError naming what is missing, when a function starts */
export function readEnvironment<Name extends FunctionName>(name: Name): Environment<Name> {
  return environments[name].parse(process.env) as Environment<Name>;
}
