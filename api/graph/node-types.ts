import { type IdKind, kindOfId } from "#api/kernel/ids.ts";

/** Where a type's name is not its id kind's. */
const renamed: Partial<Record<IdKind, string>> = {
  burn: "Redemption",
  debt: "MemberDebt",
  subscription: "PlanSubscription",
};

/** The type an id's prefix names; empty for what is no id of ours, so that it answers like an unknown one. */
export function typenameOf(id: string): string {
  const kind = kindOfId(id);
  if (!kind) return "";
  return renamed[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
