import type { Converted } from '../domain/enquiries/decision.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Policy } from '../domain/policy.ts';
import type { StaffId } from '../domain/staff.ts';
import type { EnquiryText } from '../ports/enquiry-text.ts';
import { type BeginPorts, type Begun, beginComplaint } from './begin-complaint.ts';
import { readIntake } from './intake.ts';
import { encode, saltedHash } from './timeline.ts';

/** What is said of a complaint beside what the enquiry says that it comes of. */
export interface Dissatisfaction {
  /** the words in which it was expressed */
  description?: string | undefined;
  staffComplainedAbout?: readonly StaffId[] | undefined;
}

/**
 * Begins the complaint that an enquiry becomes: its person and every word of it are those of the enquiry, after the words
 * of dissatisfaction. Stores nothing.
 */
export async function beginConverted(
  ports: BeginPorts,
  policy: Policy,
  { enquiry: from, unsafe, ...converted }: Converted & { unsafe: readonly string[] },
  { enquiry, personal, by }: { enquiry: Enquiry; personal: EnquiryText | undefined; by: StaffId },
  { description, staffComplainedAbout }: Dissatisfaction = {},
  now: Instant,
): Promise<Begun> {
  const { text, said } = readIntake({
    ...converted,
    ...(personal?.enquirer && { complainant: personal.enquirer }),
    description: [description, personal?.description].filter((words) => words !== undefined).join('\n\n'),
    loggedBy: by,
    staffComplainedAbout,
  });
  const salt = encode(ports.randomBytes(16));
  const reference = enquiry.complaints.at(-1);
  if (!reference) throw new Error(`enquiry ${enquiry.reference} became no complaint`);
  return beginComplaint(
    ports,
    policy,
    {
      type: 'Receive',
      reference,
      ...said,
      enquiry: from,
      personalTextHash: saltedHash(salt, text),
    },
    { ...text, salt },
    now,
    unsafe,
  );
}
