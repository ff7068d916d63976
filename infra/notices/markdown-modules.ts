import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The wording of notices is Markdown, imported as text as the bundler does. What was imported before this is not. */
registerHooks({
  load: (url, context, next) => {
    if (!url.endsWith('.md')) return next(url, context);
    const text = readFileSync(fileURLToPath(url), 'utf8');
    return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
  },
});
