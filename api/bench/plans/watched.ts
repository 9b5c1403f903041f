import { type Pool, RANDOM_PAGE_COST } from "#api/sql/client.ts";

/** A part of a plan as PostgreSQL tells it. */
type Node = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Node[] };
export type Told = { text: string; plan: Node };

const watching = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
  client_min_messages: "log",
  log_min_messages: "fatal",
  // What is said in the address takes the place of what the hub's own pools say.
  random_page_cost: String(RANDOM_PAGE_COST),
};

/** The same database, on connections that tell how each statement is carried out, those inside functions too. */
export function watchedUrl(url: string): string {
  const watched = new URL(url);
  const options = Object.entries(watching).map(([name, value]) => `-c ${name}=${value}`);
  watched.searchParams.set("options", options.join(" "));
  return watched.href;
}

/** Everything that a pool's connections tell from now on. */
export function plansOf(pool: Pool): Told[] {
  const told: Told[] = [];
  pool.on("connect", (client) => {
    client.on("notice", ({ message = "" }) => {
      const [, json] = /^duration: .*? plan:\n([\s\S]*)$/.exec(message) ?? [];
      if (!json) return;
      const { "Query Text": text, Plan: plan } = JSON.parse(json) as { "Query Text": string; Plan: Node };
      told.push({ text: text.replace(/\s+/g, " ").trim(), plan });
    });
  });
  return told;
}

/** The tables that a plan reads from one end to the other. */
export function readWhole({ plan }: Told): string[] {
  const below = (plan.Plans ?? []).flatMap((part) => readWhole({ text: "", plan: part }));
  return plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? "?", ...below] : below;
}

/** The indexes that a plan goes by. */
export function indexesOf({ plan }: Told): string[] {
  const below = (plan.Plans ?? []).flatMap((part) => indexesOf({ text: "", plan: part }));
  return plan["Index Name"] ? [plan["Index Name"], ...below] : below;
}
