import type { MakeStores } from '../support/stored.ts';
import { keepsAnswers } from './answers.suite.ts';
import { listsWhatWaitsForAHand } from './by-hand.suite.ts';
import { loadsForCommands } from './command-basis.suite.ts';
import { commitsChanges } from './commit.suite.ts';
import { commitsToBoth } from './commit-both.suite.ts';
import { findsWhatIsDue } from './due.suite.ts';
import { keepsLinks } from './links.suite.ts';
import { keepsNotices } from './notices.suite.ts';
import { receivesComplaints } from './receive.suite.ts';
import { recordsSuite } from './records.suite.ts';
import { keepsTexts } from './texts.suite.ts';
import { listsWork } from './worklist.suite.ts';

/** What every complaint store promises, whatever it keeps things in. */
export function complaintStoreSuite(makeStores: MakeStores): void {
  const makeStore = async () => (await makeStores()).store;
  receivesComplaints(makeStore);
  keepsAnswers(makeStore);
  loadsForCommands(makeStores);
  commitsChanges(makeStore);
  commitsToBoth(makeStore);
  keepsTexts(makeStore);
  listsWork(makeStore);
  findsWhatIsDue(makeStores);
  keepsNotices(makeStore);
  listsWhatWaitsForAHand(makeStore);
  keepsLinks(makeStores);
  recordsSuite(makeStores);
}
