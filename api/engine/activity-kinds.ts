import type { Rule } from "./campaign.ts";
import { conjunctsOf } from "./expressions/walk.ts";
import { keysOf } from "./set/access.ts";
import { Reader } from "./set/compiled.ts";

type Conditions = Pick<Rule, "conditions">;

/**
 * The kinds of activities, by code, outside of which none of some rules can apply, as far as an index can tell; null: each
 * may do. Rules that `checkRules` has found nothing wrong with; throws on others.
 */
export function activityKindsOf(rules: readonly Conditions[]): ReadonlySet<string> | null {
  const reader = new Reader();
  const each = rules.map((rule) => kindsOf(rule, reader));
  return each.every((kinds) => kinds !== null) ? new Set(each.flatMap((kinds) => [...kinds])) : null;
}

const PREFIX = "activity:";

/** Each part of a condition that names kinds leaves only those. */
function kindsOf({ conditions }: Conditions, reader: Reader): ReadonlySet<string> | null {
  const named = conditions
    .flatMap(({ expression }) => conjunctsOf(reader.expression(expression, "bool", "RECEIPT").ast))
    .map((part) => keysOf(part, null) ?? [])
    .filter((keys) => keys.length > 0 && keys.every((key) => key.startsWith(PREFIX)));
  const [first, ...more] = named;
  if (!first) return null;
  return new Set(
    first.filter((key) => more.every((keys) => keys.includes(key))).map((key) => key.slice(PREFIX.length)),
  );
}
