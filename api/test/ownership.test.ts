import { getNamedType, isObjectType, isUnionType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { toSchema } from "#api/graph/schema.ts";
import type { Actor, OperatorRole, PartnerRole } from "#api/kernel/actor.ts";
import { type IdKind, idPrefixes } from "#api/kernel/ids.ts";
import { type Asked, argsText, ask, type Field, follow, type IdFor, idNames, kindNamed } from "#api/test/asking.ts";
import { actorId, type Ids, type TwoSides, twoSides } from "#api/test/two-sides.ts";
import { everyScope } from "#api/use-cases/partners/create-api-key.ts";

/**
 * Every field of the schema, asked by every role about somebody else. It is made from the schema, so a new field is
 * covered from the day it appears; what it finds must be shown to nobody, or added to `twoSides` first.
 */
const schema = toSchema();
const queries = fieldsOf("Query");
const mutations = fieldsOf("Mutation");
const subscriptions = fieldsOf("Subscription");

let sides: TwoSides;
beforeAll(async () => {
  sides = await twoSides();
}, 60_000);

const partnerRoles = ["OWNER", "MANAGER", "FINANCE", "CASHIER", "ANALYST"] as const satisfies readonly PartnerRole[];
const operatorRoles = ["CLERK", "FINANCE", "RISK", "ADMIN", "AUDITOR"] as const satisfies readonly OperatorRole[];

const strangers: Record<string, () => Actor> = {
  anonymous: () => ({ kind: "anonymous" }),
  member: () => sides.ana.actor,
  machine: () => ({ ...(sides.grocer.till as Extract<Actor, { kind: "machine" }>), scopes: everyScope }),
  ...Object.fromEntries(partnerRoles.map((role) => [`partner's ${role}`, () => staff([role])])),
  "partner's everybody": () => staff(partnerRoles),
};

const staff = (roles: readonly PartnerRole[]): Actor => ({
  kind: "partnerStaff",
  id: sides.ours.get("user")?.[0] ?? "",
  partnerId: sides.grocer.id,
  roles,
});

describe.each(Object.keys(strangers))("%s", (role) => {
  const stranger = () => strangers[role]?.() ?? { kind: "anonymous" };

  test("sees nothing of the other side, wherever it starts", async () => {
    const put = watching(stranger());
    for (const root of queries)
      await Promise.all(startsOf(root, sides.theirs).map((ids) => follow(put.ask, root, ids)));
    for (const root of mutations) for (const ids of startsOf(root, sides.theirs)) await put.ask(deedOf(root, ids));
    expect(put.leaks).toEqual([]);
  }, 300_000);

  test("gets the same answer about the other side's ids as about ids of nobody", async () => {
    const different: string[] = [];
    for (const root of [...queries, ...mutations, ...subscriptions]) {
      for (const name of idNames(root.args).filter((one) => !named.has(`${root.name}.${one}`))) {
        for (const { kind, id } of foreignIds(root, name)) {
          const [foreign, unknown] = await Promise.all([
            answer(stranger(), root, aboutOne(name, id, sides.ours)),
            answer(stranger(), root, aboutOne(name, unknownId(kind), sides.ours)),
          ]);
          if (foreign !== unknown) different.push(`${root.name}(${name}: ${kind})\n  ${foreign}\n  ${unknown}`);
        }
      }
    }
    expect(different).toEqual([]);
  }, 300_000);
});

describe("the walk itself", () => {
  test("finds the canaries when those walk who may, and comes by every type", async () => {
    const reached = new Set<string>();
    const walk = async (actor: Actor, side: Ids) => {
      const one = new Map([...side].map(([kind, ids]) => [kind, ids.slice(0, 1)]));
      const put = watching(actor);
      const hears = { depth: 5, reached: (type: string) => void reached.add(type) };
      for (const root of queries)
        await Promise.all(startsOf(root, one).map((ids) => follow(put.ask, root, ids, hears)));
      return put.leaks.length;
    };
    const found = await walk({ kind: "operator", id: actorId(sides.operator), roles: operatorRoles }, sides.theirs);
    expect(found).toBeGreaterThan(40);
    for (const own of [sides.ana.actor, sides.grocer.till, staff(partnerRoles)]) await walk(own, sides.ours);
    const unreached = objectTypes().filter((name) => !reached.has(name) && !unreachable.has(name));
    expect(unreached).toEqual([]);
  }, 300_000);
});

/** Parts of what deeds answer, and of a log that somebody tampered with: a walk of questions cannot come by them. */
const unreachable = new Set([
  "BankLinePreview",
  "BankStatementPreview",
  "BatchRowOutcome",
  "BrokenAuditLink",
  // A redeemer's limits; api/use-cases/disputes/redeemers.test.ts shows that nobody else has them.
  "DisputeMoneyLimit",
  "PartnerFileEventCount",
  "PartnerFilePreview",
  "PartnerFileProblem",
  "WalletAfter",
]);

function fieldsOf(type: string): Field[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
}

/** Object types that queries can answer with. */
function objectTypes(): string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const roots = new Set(["Query", "Mutation", "Subscription", "Doorbell"]);
  return types
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("__") && !/(Error|Success)$/.test(name) && !roots.has(name));
}

/** A root field once for each of their ids it could take, and once without any. */
function startsOf(root: Field, theirs: Ids): IdFor[] {
  const names = idNames(root.args);
  const one = (name: string): IdFor[] =>
    idsFor(name, theirs).map(
      (id) => (asked) => (asked === name ? id : kindNamed(asked) ? theirs.get(kindNamed(asked) as IdKind)?.[0] : id),
    );
  return names.length === 0 ? [() => undefined] : [() => undefined, ...names.flatMap(one)];
}

function idsFor(name: string, ids: Ids): string[] {
  const kind = kindNamed(name);
  const found = kind ? (ids.get(kind) ?? []) : [...ids.values()].flatMap((list) => list.slice(0, 2));
  return found.slice(0, kind ? 2 : 40);
}

/** Whoever gives points away says to whom, by id if need be: that there is such a member is the answer. */
const named = new Set(["transferPoints.memberId"]);

/** A partner has a public face, and cycles are everybody's: only their insides are private. */
const publicKinds = new Set<IdKind>(["programme", "cycle", "location"]);

function foreignIds(root: Field, name: string): { kind: IdKind; id: string }[] {
  const isLookup = ["node", "partner"].includes(root.name);
  const kind = kindNamed(name);
  const kinds = kind ? [kind] : [...sides.theirs.keys()];
  return kinds
    .filter((one) => !publicKinds.has(one) && !(isLookup && one === "partner"))
    .flatMap((one) => (sides.theirs.get(one) ?? []).slice(0, 2).map((id) => ({ kind: one, id })));
}

/** The id asked about; every other id is the asker's own. */
function aboutOne(name: string, id: string, ours: Ids): IdFor {
  return (asked) => (asked === name ? id : ours.get(kindNamed(asked) ?? "programme")?.[0]);
}

function unknownId(kind: IdKind): string {
  return `${idPrefixes[kind]}_00000000000000000000000000`;
}

async function answer(actor: Actor, root: Field, ids: IdFor): Promise<string> {
  const asked = await ask(sides.deps, actor, deedOf(root, ids));
  return asked.text.replaceAll(/[a-z]{3}_[0-9A-Z]{26}/g, "ID").replaceAll(/"locations":\[[^\]]*\],?/g, "");
}

/** A root field asked for what tells its outcome. */
function deedOf(root: Field, ids: IdFor): string {
  const operation = queries.includes(root) ? "query" : mutations.includes(root) ? "mutation" : "subscription";
  const type = getNamedType(root.type);
  const outcome = isUnionType(type)
    ? "{ __typename ... on Error { code message } }"
    : isObjectType(type) || "getFields" in type
      ? "{ __typename }"
      : "";
  return `${operation} { ${root.name}${argsText(root.args, ids)} ${outcome} }`;
}

/** Asks and remembers every answer in which something of the other side stands that was not in the question. */
function watching(actor: Actor) {
  const leaks: string[] = [];
  return {
    leaks,
    ask: async (query: string): Promise<Asked> => {
      const asked = await ask(sides.deps, actor, query);
      const found = [...sides.canaries].filter((canary) => asked.text.includes(canary) && !query.includes(canary));
      if (found.length > 0) leaks.push(`${found.slice(0, 5).join(", ")} in ${query}`);
      return asked;
    },
  };
}
