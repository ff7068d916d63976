import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * Opens a browser without a window: the one that CHROMIUM names, otherwise the one that is installed with the packages,
 * which brings its libraries and fonts with it, so that pages look the same on every machine.
 *
 * @throws Error where it does not start
 */
export async function openBrowser(): Promise<Browser> {
  const { CHROMIUM, ...env } = process.env;
  if (CHROMIUM) return chromium.launch({ executablePath: CHROMIUM });
  // It unpacks its libraries where it takes itself to be in a Lambda function only.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const packed = (await import('@sparticuz/chromium')).default;
  const executablePath = await packed.executablePath();
  const { LD_LIBRARY_PATH = '' } = process.env;
  return chromium.launch({
    executablePath,
    // colours beside letters are for one screen, and pictures for all
    args: [...packed.args, '--disable-lcd-text'],
    env: { ...asTexts(env), LD_LIBRARY_PATH, FONTCONFIG_PATH: join(tmpdir(), 'fonts') },
  });
}

function asTexts(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((each): each is [string, string] => !!each[1]));
}
