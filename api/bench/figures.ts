import { cpus, totalmem } from "node:os";

/** One measured thing. `rate` and `seconds` say how much; `conditions` say of what. */
export type Figure = {
  bench: string;
  variant: string;
  conditions: Readonly<Record<string, number | string>>;
  value: number;
  unit: "s" | "ms" | "µs" | "MiB" | "per s" | "ratio" | "count";
  /** What it should be, in words; absent where there is no goal. */
  goal?: string;
};

export type Print = (figure: Figure) => void;

/** One JSON line per figure. */
export const printJson: Print = (figure) => console.log(JSON.stringify(figure));

/** A row for people. */
export const printRow: Print = (figure) => {
  const { bench, variant, goal = "" } = figure;
  const columns = [
    bench.padEnd(16),
    variant.padEnd(34),
    amountOf(figure).padStart(14),
    goal.padEnd(12),
    conditionsOf(figure),
  ];
  console.log(columns.join("  "));
};

/** With its unit: `2.36 ms`. */
export function amountOf({ value, unit }: Figure): string {
  const rounded = value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });
  return Number.isNaN(value) ? "–" : `${rounded} ${unit}`;
}

/** `movements 200000, partners 500`. */
export const conditionsOf = ({ conditions }: Figure): string =>
  Object.entries(conditions)
    .map(([name, is]) => `${name} ${is}`)
    .join(", ");

/** On what it was measured. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
