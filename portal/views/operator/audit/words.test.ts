import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decides } from "#api/use-cases/approvals/decides.ts";
import { loadMessages } from "#portal/i18n/messages.ts";

const words = await loadMessages("en");
const steps: Record<string, Record<string, string>> = words.auditSteps;

type Verb = { path: string; text: string };
const verbs: Verb[] = globSync("api/use-cases/**/*.ts", { exclude: ["**/*.test.ts"] }).map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));
const found = (pattern: RegExp, files = verbs) => files.flatMap(({ text }) => [...text.matchAll(pattern)]);

/** Only the clock moves them, and the audit log has people's deeds alone. */
const clockwork = new Set(["exposure", "journey run", "message"]);

/** What a step is recorded for. */
const recorded = found(/\bobject: "([\w ]+)"[^;"]*?\bobjectId\b/g).map(([, object]) => String(object));

test("every state that a thing can come to has its sentence in the audit log", () => {
  const moves = found(/\bnextState(?:<[^>]+>)?\(\s*(\w+),\s*\{ object: "([^"]+)"/g);
  const states = moves
    .map(([, machine, object]) => ({ machine: String(machine), object: recordedAs(String(object)) }))
    .filter(({ object }) => !clockwork.has(object))
    .flatMap(({ machine, object }) => statesOf(machine).map((state) => `${object}.${state}`));
  expect(states).toContain("cycle.IN_REVIEW");
  expect(states.length).toBeGreaterThan(60);
  expect(states.filter(wordless)).toEqual([]);
});

test("every step that is written out has its sentence too, and everything that steps has its name", () => {
  const written = found(/object: "([^"]+)"[^;{}]*?\bto: "([A-Z_]+)"/g).map(([, object, to]) => `${object}.${to}`);
  expect(written.length).toBeGreaterThan(15);
  expect(written.filter((step) => !clockwork.has(objectOf(step))).filter(wordless)).toEqual([]);
  expect(recorded).toContain("dispute");
  expect(recorded.filter((object) => !clockwork.has(object) && !(object in words.auditObjects))).toEqual([]);
  expect(Object.keys(steps).filter((object) => !(object in words.auditObjects))).toEqual([]);
});

test("every deed that is recorded by its own name has its sentence", () => {
  const recording = verbs.filter(({ text }) => text.includes("recordAudit("));
  const deeds = found(/\baction: "(\w+)"/g, recording).map(([, action]) => String(action));
  expect(deeds).toContain("proveBooks");
  expect(deeds.filter((deed) => !(deed in words.auditDeeds))).toEqual([]);
});

test("every deed that needs two people has words for the second", () => {
  expect(Object.keys(decides).filter((action) => !(action in words.actions))).toEqual([]);
});

/** The states of the machine that is declared by this name. */
function statesOf(machine: string): string[] {
  const [declared] = found(new RegExp(`const ${machine}\\b[^=]*= \\{([^]*?)\\}(?: as const|;)`, "g"));
  if (!declared) throw new Error(`Nobody declares ${machine}.`);
  return [...String(declared[1]).matchAll(/\b([A-Z_]+): /g)].map(([, state]) => String(state));
}

/** A refusal may call in two words what a step is recorded for in one. */
function recordedAs(object: string): string {
  const oneWord = object.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  return recorded.includes(oneWord) ? oneWord : object;
}

const objectOf = (step: string) => step.slice(0, step.indexOf("."));

function wordless(step: string): boolean {
  const object = objectOf(step);
  const known = steps[object] ?? {};
  return !(step.slice(object.length + 1) in known || "any" in known);
}
