import * as z from 'zod/mini';

/**
 * The environment of every function: its construct must supply exactly these names, its entry point parses exactly
 * them, so that the compiler sees a missing one. Values are what CloudFormation can give: strings.
 */
const tables = { COMPLAINTS_TABLE: z.string(), TIMELINE_TABLE: z.string() };

/** From 1 on. */
const wholeNumber = z.string().check(z.regex(/^[1-9]\d{0,6}$/));

export const environments = {
  /** LANDLORDS: ids of the landlords that this environment serves, separated by commas */
  'resident-api': z.object({ ...tables, LANDLORDS: z.string() }),
  'staff-api': z.object({ ...tables, LANDLORDS: z.string() }),
  /** LANDLORDS: as above */
  sweep: z.object({ ...tables, LANDLORDS: z.string() }),
  /**
   * SENDER: the address, verified in SES, that every mail comes from;
   * PUBLIC_ADDRESS: of the pages that links in mails lead to, without a slash at its end;
   * SEND_RATE: mails a second, below what SES allows the account; DAILY_QUOTA: what SES allows it in 24 hours
   */
  'send-notices': z.object({
    ...tables,
    SENDER: z.email(),
    CONFIGURATION_SET: z.string(),
    PUBLIC_ADDRESS: z.url().check(z.regex(/[^/]$/)),
    SEND_RATE: wholeNumber,
    DAILY_QUOTA: wholeNumber,
  }),
  /** LANDLORDS: as above */
  digest: z.object({ ...tables, LANDLORDS: z.string() }),
  'mail-events': z.object(tables),
  /** EVENT_BUS: name of our bus */
  'publish-events': z.object({ TIMELINE_TABLE: tables.TIMELINE_TABLE, EVENT_BUS: z.string() }),
  /** LANDLORDS: as above; FEED_ADDRESS: where bank holidays are announced, as JSON in the form of GOV.UK */
  'calendar-watch': z.object({ ...tables, LANDLORDS: z.string(), FEED_ADDRESS: z.url() }),
};

export type FunctionName = keyof typeof environments;
export type Environment<Name extends FunctionName> = z.infer<(typeof environments)[Name]>;
