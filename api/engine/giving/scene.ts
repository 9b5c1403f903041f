import { EvaluationError } from "@marcbachmann/cel-js";
import type { ExplanationInput } from "#api/engine/explanation.ts";
import type { Expression } from "#api/engine/expressions/expression.ts";
import type { LocalTime } from "#api/engine/expressions/local-time.ts";
import { MoneyValue } from "#api/engine/expressions/money-value.ts";
import {
  ActivityView,
  type FindWindow,
  type LineView,
  MemberView,
  ReceiptView,
} from "#api/engine/expressions/views.ts";
import { WINDOWS } from "#api/engine/expressions/window-calls.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import { type Activity, type Place, piecesOf, type Receipt } from "#api/engine/purchase.ts";
import { monthNeed, type WindowName, type WindowNeed, type WindowValue } from "#api/engine/windows.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";

type Shown = { receipt: Receipt; activity: Activity | null; member: MemberFacts; place: Place; now: Date };

/** What could not be computed for this receipt. */
const notComputable = Symbol("not computable");

/** One receipt with all that expressions read of it; each expression is asked once, however many rules share it. */
export class Scene {
  readonly receipt: Receipt;
  readonly activity: Activity | null;
  /** What each line costs before campaigns take anything off. */
  readonly grossE6: readonly MoneyE6[];
  readonly pieces: readonly bigint[];
  readonly #views: Readonly<Record<string, unknown>>;
  readonly #find: FindWindow;
  readonly #lines: readonly LineView[];
  /** For each line the same with the line in it; laid out when a first expression is about lines. */
  #lineViews: readonly Readonly<Record<string, unknown>>[] | null = null;
  readonly #everyLine: readonly number[];
  readonly #inputs = new Map<string, ExplanationInput>();
  readonly #answers = new Map<Expression, unknown>();
  readonly #matching = new Map<Expression, readonly number[]>();

  constructor({ receipt, activity, member, place, now }: Shown, local: LocalTime) {
    this.receipt = receipt;
    this.activity = activity;
    this.grossE6 = grossOf(receipt);
    this.pieces = receipt.lines.map(piecesOf);
    const view = new ReceiptView(receipt, this.grossE6, { place, local });
    this.#lines = view.lines;
    this.#everyLine = view.lines.map((_line, index) => index);
    this.#find = (need) => found(need, member, place);
    this.#views = {
      receipt: view,
      member: new MemberView(member, local.date, this.#find),
      activity: new ActivityView(activity),
      now,
      [WINDOWS]: this.#find,
    };
  }

  /** Does it hold? Null: that could not be computed. */
  holds(condition: Expression): boolean | null {
    const answer = this.#ask(condition);
    return answer === notComputable ? null : answer === true;
  }

  /** A whole number; zero where it could not be computed. */
  count(expression: Expression): bigint {
    const answer = this.#ask(expression);
    return typeof answer === "bigint" ? answer : 0n;
  }

  /** The places of the lines that are meant; none where that could not be computed. */
  matching(where: Expression | null): readonly number[] {
    if (!where) return this.#everyLine;
    const known = this.#matching.get(where);
    if (known) return known;
    const matching = this.#everyLine.filter((index) => this.#askLine(where, index));
    this.#matching.set(where, matching);
    return matching;
  }

  /** A fact (`member.tier`) or window (`spend(30)`) as explanations show it. */
  input(name: string): ExplanationInput {
    const known = this.#inputs.get(name);
    if (known) return known;
    const input = { name, value: this.#show(name) };
    this.#inputs.set(name, input);
    return input;
  }

  #show(read: string): string {
    const [owner = "", field = ""] = read.split(".");
    const open = read.indexOf("(");
    if (open > 0) return shown(this.#find({ ...monthNeed(read.slice(0, open) as WindowName), key: read }));
    const view = this.#views[owner] as Readonly<Record<string, unknown>>;
    return shown(field === "" ? view : view[field]);
  }

  /** What was loaded for a window. */
  window(need: WindowNeed): unknown {
    return this.#find(need);
  }

  #ask(expression: Expression): unknown {
    if (this.#answers.has(expression)) return this.#answers.get(expression);
    const answer = computed(() => expression.ask(this.#views));
    this.#answers.set(expression, answer);
    return answer;
  }

  #askLine(where: Expression, index: number): boolean {
    this.#lineViews ??= this.#lines.map((line) => ({ ...this.#views, line }));
    const views = this.#lineViews[index] ?? this.#views;
    return computed(() => where.ask(views)) === true;
  }
}

/** Prices as they were before the till took off what campaigns grant. */
function grossOf({ lines, given }: Receipt): MoneyE6[] {
  if (!given || given.length === 0) return lines.map(({ amountE6 }) => amountE6);
  const bySeq = Map.groupBy(given, ({ seq }) => seq);
  return lines.map(({ seq, amountE6 }) => (bySeq.get(seq) ?? []).reduce((sum, one) => sum + one.amountE6, amountE6));
}

function computed(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof EvaluationError) return notComputable;
    throw error;
  }
}

const inMoney: ReadonlySet<WindowName> = new Set(["spend", "spendAt", "spendThisMonth", "spendThisMonthAt"]);

function found({ key, name }: WindowNeed, { windows }: MemberFacts, { partnerCode }: Place) {
  const value: WindowValue | undefined = windows?.get(key);
  if (value === undefined) throw new Error(`the window ${key} was not loaded`);
  if (typeof value === "object") return BigInt(new Set([...value, partnerCode]).size);
  return inMoney.has(name) && typeof value === "bigint" ? new MoneyValue(value) : value;
}

function shown(value: unknown): string {
  if (value instanceof MoneyValue) return formatMoney(value.e6);
  if (value instanceof Date) return value.toISOString();
  if (!Array.isArray(value)) return String(value);
  return value.every((one) => typeof one === "string") ? value.join(", ") : String(value.length);
}
