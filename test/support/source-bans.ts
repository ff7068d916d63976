import ts from 'typescript';

/** Ways to read the clock, chance or the environment that pure code has no business with. */
export type Ban = 'the environment' | 'the clock' | 'chance';

export interface Finding {
  ban: Ban;
  line: number;
  text: string;
}

const clockModules = ['node:timers', 'timers', 'node:timers/promises', 'node:perf_hooks', 'perf_hooks'];
const members: Record<string, Record<string, Ban>> = {
  process: { env: 'the environment', hrtime: 'the clock', uptime: 'the clock' },
  Date: { now: 'the clock' },
  performance: { now: 'the clock', timeOrigin: 'the clock' },
  Math: { random: 'chance' },
  Temporal: { Now: 'the clock' },
  crypto: { randomUUID: 'chance', getRandomValues: 'chance', randomBytes: 'chance', randomInt: 'chance' },
};
const importedNames: Record<string, Ban> = {
  env: 'the environment',
  randomUUID: 'chance',
  randomBytes: 'chance',
  randomInt: 'chance',
  getRandomValues: 'chance',
  performance: 'the clock',
  webcrypto: 'chance',
};
const importedFrom = /^(node:)?(process|crypto|perf_hooks|timers(\/promises)?)$/;

/** Finds every use in a source text, however it is written: member, index, destructuring or import. */
export function findBanned(source: string): Finding[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2024, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node) => {
    const ban = banOf(node);
    if (ban) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      findings.push({ ban, line: line + 1, text: node.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

function banOf(node: ts.Node): Ban | undefined {
  if (ts.isPropertyAccessExpression(node)) return banOfMember(node.expression, node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return banOfMember(node.expression, node.argumentExpression.text);
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date'))
    return (node.arguments?.length ?? 0) === 0 ? 'the clock' : undefined;
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'the clock';
  if (ts.isBindingElement(node)) return banOfBinding(node);
  if (ts.isImportSpecifier(node)) return banOfImport(node);
  return undefined;
}

function banOfMember(object: ts.Expression, member: string): Ban | undefined {
  const owner = ts.isPropertyAccessExpression(object) ? object.name.text : object.getText();
  return Object.hasOwn(members, owner) ? members[owner]?.[member] : undefined;
}

/** `const { env } = process` */
function banOfBinding({ propertyName, name, parent }: ts.BindingElement): Ban | undefined {
  const { initializer } = parent.parent as ts.VariableDeclaration;
  return initializer && banOfMember(initializer, (propertyName ?? name).getText());
}

/** `import { env } from 'node:process'` */
function banOfImport({ propertyName, name, parent }: ts.ImportSpecifier): Ban | undefined {
  const from = parent.parent.parent.moduleSpecifier;
  if (!ts.isStringLiteral(from) || !importedFrom.test(from.text)) return undefined;
  if (clockModules.includes(from.text)) return 'the clock';
  return importedNames[(propertyName ?? name).text];
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
