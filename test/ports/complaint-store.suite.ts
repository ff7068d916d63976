import type { MakeStore } from '../support/stored.ts';
import { keepsAnswers } from './answers.suite.ts';
import { commitsChanges } from './commit.suite.ts';
import { findsWhatIsDue } from './due.suite.ts';
import { keepsNotices } from './notices.suite.ts';
import { receivesComplaints } from './receive.suite.ts';

/** What every complaint store promises, whatever it keeps things in. */
export function complaintStoreSuite(makeStore: MakeStore): void {
  receivesComplaints(makeStore);
  keepsAnswers(makeStore);
  commitsChanges(makeStore);
  findsWhatIsDue(makeStore);
  keepsNotices(makeStore);
}
