import type { AccountKind } from "#api/ledger/chart.ts";
import type { Planned } from "#api/ledger/write.ts";

/** So many ids of each kind: 200 of some 33 bytes stay below the 8,000 bytes of NOTIFY. */
const IDS_MAX = 100;

const membersOwn: ReadonlySet<AccountKind> = new Set(["PENDING", "AVAIL", "RESERVED", "DEBT"]);
const partnersOwe: ReadonlySet<AccountKind> = new Set(["POSITION", "DUE"]);

/** Who should look again once these deeds are posted: `{"members": [...], "partners": [...]}`, in as many texts as it takes. */
export function bellsOf(batch: readonly Pick<Planned, "deed" | "plan">[]): string[] {
  const lines = batch.flatMap(({ plan }) => plan.entries.flatMap((entry) => entry.lines));
  const ownersOf = (accounts: ReadonlySet<AccountKind>) =>
    lines.flatMap(({ account, ownerId }) => (accounts.has(account) ? [ownerId] : []));
  const places = batch.flatMap(({ deed }) => (deed.place ? [deed.place.partnerId] : []));
  const members = [...new Set(ownersOf(membersOwn))];
  const partners = [...new Set([...places, ...ownersOf(partnersOwe)])];
  const count = Math.ceil(Math.max(members.length, partners.length) / IDS_MAX);
  return Array.from({ length: count }, (_none, nth) => {
    const [from, to] = [nth * IDS_MAX, (nth + 1) * IDS_MAX];
    return JSON.stringify({ members: members.slice(from, to), partners: partners.slice(from, to) });
  });
}
