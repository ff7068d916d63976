import type { Access } from '../../shared/ports/access.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { EnquiryStore } from '../../shared/ports/enquiries.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';

interface Ports {
  store: ComplaintStore;
  register: StaffRegister;
  records: Records;
  access: Access;
  archive: CalendarArchive;
  enquiries: EnquiryStore;
}

/** Everything that changes what is kept, by where it is kept. */
const writing = {
  store: ['receive', 'commit', 'saveNotice', 'claimNotice', 'oweAlone', 'setAside', 'setNoticeAside'],
  register: ['save'],
  records: ['saveResident', 'saveProperty'],
  access: ['redeem', 'openSession'],
  archive: ['add', 'propose', 'apply', 'setAside'],
  enquiries: ['log', 'commit', 'setAside'],
} as const satisfies { [Name in keyof Ports]: (keyof Ports[Name])[] };

/** Answers by which a port says that it wrote nothing. */
const unwritten: readonly unknown[] = [
  'key-taken',
  'reference-taken',
  'imported-already',
  'changed-meanwhile',
  'slot-taken',
  'there-already',
  undefined,
];
const sayNothing: readonly string[] = ['setAside', 'setNoticeAside', 'openSession', 'propose'];

function isRefusal(outcome: unknown): boolean {
  if (typeof outcome !== 'object' || outcome === null) return unwritten.includes(outcome);
  return 'unsafe' in outcome || 'over' in outcome;
}

/** The same ports, which note the name of every call that changed anything. */
export function notingWrites(ports: Ports): Ports & { changes: string[] } {
  const changes: string[] = [];
  const noted = <Port extends object>(port: Port, names: readonly (keyof Port & string)[]): Port => {
    const methods = names.map((name) => {
      const method = port[name] as (...values: unknown[]) => Promise<unknown>;
      const noting = async (...values: unknown[]) => {
        const outcome = await method(...values);
        if (sayNothing.includes(name) || !isRefusal(outcome)) changes.push(name);
        return outcome;
      };
      return [name, noting];
    });
    return { ...port, ...Object.fromEntries(methods) };
  };
  return {
    store: noted(ports.store, writing.store),
    register: noted(ports.register, writing.register),
    records: noted(ports.records, writing.records),
    access: noted(ports.access, writing.access),
    archive: noted(ports.archive, writing.archive),
    enquiries: noted(ports.enquiries, writing.enquiries),
    changes,
  };
}
