import { Environment } from "@marcbachmann/cel-js";
import { type Fact, type FactType, facts, segmentFacts } from "#api/engine/facts.ts";
import { registerMoney } from "./money-operators.ts";
import { MoneyValue } from "./money-value.ts";
import { ofReceiptsAlone, SegmentMemberView } from "./segment-view.ts";
import { ActivityView, LineView, MemberView, ReceiptView } from "./views.ts";
import { registerWindows } from "./window-calls.ts";

/** The most an expression may be: long ones are lists of articles, deep ones nobody reads. */
const limits = { maxAstNodes: 1_000, maxDepth: 24, maxListElements: 500, maxMapEntries: 0, maxCallArguments: 4 };

const celTypes: Readonly<Record<FactType, string>> = {
  money: "Money",
  "whole number": "int",
  text: "string",
  "yes or no": "bool",
  "list of texts": "list<string>",
  lines: "list<Line>",
  instant: "google.protobuf.Timestamp",
};

/** Where an expression stands: only one about a line reads a line, and one about a member reads no receipt. */
export type Scope = "RECEIPT" | "LINE" | "MEMBER";

const receiptLanguage = languageOf();
export const languages: Readonly<Record<Scope, Environment>> = {
  RECEIPT: receiptLanguage,
  LINE: receiptLanguage.clone().registerVariable("line", "Line"),
  MEMBER: memberLanguage(),
};

function languageOf(): Environment {
  const language = new Environment({ limits })
    .registerType("Money", { ctor: MoneyValue, fields: {} })
    .registerType("Line", { ctor: LineView, fields: fieldsOf("line") })
    .registerType("Receipt", { ctor: ReceiptView, fields: fieldsOf("receipt") })
    .registerType("Member", { ctor: MemberView, fields: fieldsOf("member") })
    .registerType("Activity", { ctor: ActivityView, fields: fieldsOf("activity") })
    .registerVariable("receipt", "Receipt")
    .registerVariable("member", "Member")
    .registerVariable("activity", "Activity")
    .registerVariable("now", celTypes.instant);
  registerMoney(language);
  registerWindows(language);
  return language;
}

function memberLanguage(): Environment {
  const fields = fieldsOf("member");
  for (const name of ofReceiptsAlone) delete fields[name];
  for (const { name, type } of segmentFacts) fields[name.slice("member.".length)] = celTypes[type];
  const language = new Environment({ limits })
    .registerType("Money", { ctor: MoneyValue, fields: {} })
    .registerType("Member", { ctor: SegmentMemberView, fields })
    .registerVariable("member", "Member")
    .registerVariable("now", celTypes.instant);
  registerMoney(language);
  registerWindows(language);
  return language;
}

function fieldsOf(owner: string): Record<string, string> {
  const own = facts.filter(({ name }) => name.startsWith(`${owner}.`));
  return Object.fromEntries(own.map(({ name, type }: Fact) => [name.slice(owner.length + 1), celTypes[type]]));
}
