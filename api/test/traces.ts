import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** What a deed leaves behind: entries of the ledger, a step of a state machine, a row of the audit log, a request. */
export type Trace = "ledger" | "step" | "audit" | "approval";

/** The functions that leave them, by where they are. */
const leavers: Record<string, Trace> = {
  "api/use-cases/once.ts#once": "ledger",
  "api/use-cases/transitions.ts#recordStep": "step",
  "api/use-cases/transitions.ts#recordSteps": "step",
  "api/use-cases/audit/record-audit.ts#recordAudit": "audit",
  "api/use-cases/audit/record-audit.ts#recordAudits": "audit",
  "api/use-cases/approvals/request-approval.ts#requestApproval": "approval",
};

/** A top-level name of a file, and every such name it mentions. */
type Module = { imports: Map<string, string>; mentions: Map<string, Set<string>>; deeds: Map<string, Set<string>> };

const modules = new Map(globSync("api/{graph,use-cases}/**/*.ts").map((path) => [path, readModule(path)]));

/** By mutation: what is left by the use cases its resolver calls, or by what those call in turn. */
export function tracesOfMutations(): Map<string, Trace[]> {
  return new Map(
    [...modules].flatMap(([path, { deeds }]) =>
      [...deeds].map(([name, called]) => [name, tracesOf([...called].map((one) => `${path}#${one}`))] as const),
    ),
  );
}

function tracesOf(starts: readonly string[]): Trace[] {
  const found = new Set<Trace>();
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const leaves = leavers[at];
    if (leaves) found.add(leaves);
    const [path = "", name = ""] = at.split("#");
    const here = modules.get(path);
    const from = here?.imports.get(name);
    if (from) visit(from);
    // What a second person's yes would do is not done by looking at the list of such deeds.
    else if (!leaves && !path.endsWith("approvals/actions.ts"))
      for (const mentioned of here?.mentions.get(name) ?? []) visit(`${path}#${mentioned}`);
  };
  starts.forEach(visit);
  return [...found].sort();
}

function readModule(path: string): Module {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const module: Module = { imports: new Map(), mentions: new Map(), deeds: new Map() };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) addImports(module, statement);
    else if (ts.isFunctionDeclaration(statement) && statement.name)
      module.mentions.set(statement.name.text, namesIn(statement));
    else if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer && ts.isIdentifier(name)) module.mentions.set(name.text, namesIn(initializer));
  }
  addDeeds(module, source);
  return module;
}

function addImports({ imports }: Module, { importClause, moduleSpecifier }: ts.ImportDeclaration): void {
  const from = (moduleSpecifier as ts.StringLiteral).text.replace(/^#/, "");
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return;
  for (const { name, propertyName } of bindings.elements)
    imports.set(name.text, `${from}#${(propertyName ?? name).text}`);
}

/** `mutation("closeCycle", { … })`, or a row of a table of deeds that are alike: the names in it. */
function addDeeds(module: Module, node: ts.Node): void {
  const parts = ts.isCallExpression(node) ? node.arguments : ts.isArrayLiteralExpression(node) ? node.elements : [];
  const [name, ...rest] = parts;
  if (name && ts.isStringLiteral(name) && rest.length > 0) {
    module.deeds.set(name.text, new Set(rest.flatMap((one) => [...namesIn(one)])));
  }
  node.forEachChild((child) => addDeeds(module, child));
}

function namesIn(node: ts.Node, names = new Set<string>()): Set<string> {
  if (ts.isIdentifier(node)) names.add(node.text);
  node.forEachChild((child) => void namesIn(child, names));
  return names;
}
