import type { ClockSetting } from './clock.ts';

/** What a worker is started with. */
export interface WorkerStart {
  codePath: string;
  handler: string;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
  logGroupName: string;
  setting: ClockSetting;
}

export type ToWorker =
  | { type: 'invoke'; requestId: string; event: string; timeoutMs: number; setting: ClockSetting }
  | { type: 'clock'; setting: ClockSetting };

export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'unloadable'; failure: FunctionFailure }
  | { type: 'answer'; requestId: string; payload: string }
  | { type: 'failure'; requestId: string; failure: FunctionFailure };
