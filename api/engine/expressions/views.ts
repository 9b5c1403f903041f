import type { MemberFacts } from "#api/engine/member-facts.ts";
import { type Activity, type Place, piecesOf, type Receipt, type ReceiptLine } from "#api/engine/purchase.ts";
import { monthNeed, type WindowNeed } from "#api/engine/windows.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { daysBetween, daysUntilBirthday, type LocalTime } from "./local-time.ts";
import { MoneyValue } from "./money-value.ts";

/** What expressions see of a receipt and its surroundings; the names are those of the facts table. */
export class ReceiptView {
  readonly total: MoneyValue;
  readonly pointsSpent: bigint;
  readonly lines: readonly LineView[];
  readonly pieces: bigint;
  readonly partner: string;
  readonly location: string;
  readonly coupons: readonly string[];
  readonly payments: readonly string[];
  readonly date: string;
  readonly time: string;
  readonly hour: bigint;
  readonly weekday: bigint;
  readonly day: bigint;
  readonly month: bigint;
  readonly year: bigint;

  /** `grossE6`: what each line costs before campaigns take anything off. */
  constructor(receipt: Receipt, grossE6: readonly MoneyE6[], { place, local }: { place: Place; local: LocalTime }) {
    this.lines = receipt.lines.map((line, index) => new LineView(line, grossE6[index] ?? line.amountE6));
    this.total = new MoneyValue(grossE6.reduce((sum, amount) => sum + amount, 0n));
    this.pieces = this.lines.reduce((sum, { pieces }) => sum + pieces, 0n);
    this.pointsSpent = receipt.pointsSpent;
    this.partner = place.partnerCode;
    this.location = place.locationCode ?? "";
    this.coupons = (receipt.coupons ?? []).map(({ pool }) => pool);
    this.payments = receipt.payments.map(({ means }) => means);
    this.date = local.date;
    this.time = local.time;
    this.hour = BigInt(local.hour);
    this.weekday = BigInt(local.weekday);
    this.day = BigInt(local.date.slice(8));
    this.month = BigInt(local.date.slice(5, 7));
    this.year = BigInt(local.date.slice(0, 4));
  }
}

export class LineView {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly kind: string;
  readonly pieces: bigint;
  readonly thousandths: bigint;
  readonly price: MoneyValue;
  readonly amount: MoneyValue;
  readonly discount: MoneyValue;

  constructor(line: ReceiptLine, grossE6: MoneyE6) {
    this.sku = line.sku;
    this.name = line.name;
    this.category = line.category;
    this.brand = line.brand ?? "";
    this.kind = line.kind;
    this.pieces = piecesOf(line);
    this.thousandths = line.quantityMilli;
    this.price = new MoneyValue(line.unitPriceE6);
    this.amount = new MoneyValue(grossE6);
    this.discount = new MoneyValue(line.discountE6 + line.amountE6 - grossE6);
  }
}

/** Stands for "never" where days are counted. */
const NEVER = 1_000_000n;

/** Finds what was loaded for a window, as expressions see it. */
export type FindWindow = (need: WindowNeed) => MoneyValue | bigint | boolean;

const spendThisMonth = monthNeed("spendThisMonth");
const visitsThisMonth = monthNeed("visitsThisMonth");
const partnersThisMonth = monthNeed("partnersThisMonth");

export class MemberView {
  readonly #facts: MemberFacts;
  readonly #today: string;
  readonly #find: FindWindow;

  constructor(facts: MemberFacts, today: string, find: FindWindow) {
    this.#facts = facts;
    this.#today = today;
    this.#find = find;
  }

  get tier(): string {
    return this.#facts.tier ?? "";
  }
  get plan(): string {
    return this.#facts.plan ?? "";
  }
  get tags(): readonly string[] {
    return this.#facts.tags ?? [];
  }
  get segments(): readonly string[] {
    return this.#facts.segments ?? [];
  }
  get clubs(): readonly string[] {
    return this.#facts.clubs ?? [];
  }
  get offers(): readonly string[] {
    return this.#facts.offers ?? [];
  }
  get firstPurchase(): boolean {
    return !this.#facts.lastVisitOn;
  }
  get daysSinceVisit(): bigint {
    return daysSince(this.#facts.lastVisitOn, this.#today);
  }
  get daysSinceEnrolment(): bigint {
    return daysSince(this.#facts.enrolledOn, this.#today);
  }
  get daysToBirthday(): bigint {
    const { birthday } = this.#facts;
    return birthday ? BigInt(daysUntilBirthday(birthday, this.#today)) : NEVER;
  }
  get spendThisMonth(): MoneyValue {
    return this.#find(spendThisMonth) as MoneyValue;
  }
  get visitsThisMonth(): bigint {
    return this.#find(visitsThisMonth) as bigint;
  }
  get partnersThisMonth(): bigint {
    return this.#find(partnersThisMonth) as bigint;
  }
}

export class ActivityView {
  readonly kind: string;
  readonly amount: MoneyValue;
  constructor(activity: Activity | null) {
    this.kind = activity?.kind ?? "";
    this.amount = new MoneyValue(activity?.amountE6 ?? 0n);
  }
}

function daysSince(day: string | null | undefined, today: string): bigint {
  return day ? BigInt(daysBetween(day, today)) : NEVER;
}
