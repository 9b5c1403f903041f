import type { Actor, OperatorRole } from "#api/kernel/actor.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { addTerminal } from "#api/use-cases/partners/add-terminal.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { createProgramme } from "#api/use-cases/programme/create-programme.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";
import { bringStatement, openBankAccounts, payOutIban } from "./bank.ts";
import { type DemoPartner, demoNewcomer, demoPartners } from "./coalition.ts";
import { agreeReferralTerms } from "./community.ts";
import { demoPassword, demoPeople } from "./people.ts";
import type { Office, StagePartner, Till } from "./stage.ts";

/** Lets somebody sign in; answers their user id. */
export type AddPerson = (person: { name: string; email: string; password: string }) => Promise<string>;

type Keys = (verb: string) => string;

/** The coalition on its first day, before anybody shops. */
export type Coalition = { office: Office; partners: Map<string, StagePartner>; people: Map<string, string> };

export async function setUpCoalition(
  deps: Deps,
  { addPerson, key, timeZone }: { addPerson: AddPerson; key: Keys; timeZone: string },
): Promise<Coalition> {
  await createProgramme(deps, systemActor, {
    name: "Zgoda",
    pointsName: "points",
    currency: "BYN",
    timeZone,
    pointValueE6: 10_000n,
    pointsValidityMonths: 9,
    operatorFirstLossE6: 4_000_000n,
    operator: { code: "ZGODA", name: "Zgoda Operator" },
  });
  const people = await addPeople(addPerson);
  const office = await openOffice(deps, people);
  const partners = new Map<string, StagePartner>();
  for (const partner of demoPartners) partners.set(partner.code, await bringIn(deps, office, partner, { key, people }));
  await openBankAccounts(deps, office, { partners, key });
  await secure(deps, office, partners, key);
  await agreeReferralTerms(deps, office, key);
  return { office, partners, people };
}

async function addPeople(addPerson: AddPerson): Promise<Map<string, string>> {
  const added = demoPeople.map(async ({ name, email }) => {
    return [email, await addPerson({ name, email, password: demoPassword })] as const;
  });
  return new Map(await Promise.all(added));
}

async function openOffice(deps: Deps, people: ReadonlyMap<string, string>): Promise<Office> {
  for (const person of demoPeople) {
    if (person.of === "operator") await assignStaff(deps, systemActor, { email: person.email, roles: person.roles });
  }
  const sits = (role: OperatorRole): Actor => {
    const id = people.get(`operator.${role.toLowerCase()}@demo.zgoda`) ?? "";
    return { kind: "operator", id, roles: [role] };
  };
  return { admin: sits("ADMIN"), clerk: sits("CLERK"), finance: sits("FINANCE"), risk: sits("RISK") };
}

type Means = { key: Keys; people: ReadonlyMap<string, string> };

async function bringIn(deps: Deps, office: Office, partner: DemoPartner, means: Means): Promise<StagePartner> {
  const { key } = means;
  const { code, name, category, terms, entity } = partner;
  const { id } = await createPartner(deps, office.admin, { code, name, category, idempotencyKey: key("partner") });
  await addLegalEntity(deps, office.clerk, { partnerId: id, country: "BY", ...entity, idempotencyKey: key("entity") });
  // In the demo everybody agreed to be named.
  const signed = { partnerId: id, namesCounterparties: true, ...terms, idempotencyKey: key("contract") };
  await signContract(deps, office.finance, signed);
  await activatePartner(deps, office.admin, { partnerId: id });
  const tills = await openOutlets(deps, office, { ...partner, id }, key);
  for (const person of demoPeople) {
    if (person.of !== "partner" || person.partner !== code) continue;
    await assignStaff(deps, office.admin, { email: person.email, partnerId: id, roles: person.roles });
  }
  const [ownerEmail] = demoPeople.flatMap((one) =>
    one.of === "partner" && one.partner === code && one.roles.includes("PARTNER_OWNER") ? [one.email] : [],
  );
  const ownerId = means.people.get(ownerEmail ?? "") ?? `owner-of-${code}`;
  return { id, code, tills, owner: { kind: "partnerStaff", id: ownerId, partnerId: id, roles: ["OWNER"] } };
}

const tillScopes = ["purchases:write", "purchases:read", "members:write", "members:read"] as const;

async function openOutlets(
  deps: Deps,
  office: Office,
  { id: partnerId, outlets }: DemoPartner & { id: string },
  key: Keys,
): Promise<[Till, ...Till[]]> {
  const all: Till[] = [];
  for (const { tills, ...outlet } of outlets) {
    const location = await addLocation(deps, office.clerk, { partnerId, ...outlet, idempotencyKey: key("location") });
    for (let number = 1; number <= tills; number++) {
      const code = `${outlet.code}-T${number}`;
      const where = { locationId: location.id, code, idempotencyKey: key("terminal") };
      const { id: terminalId } = await addTerminal(deps, office.clerk, where);
      const named = { partnerId, terminalId, name: `Till ${code}`, scopes: tillScopes, idempotencyKey: key("key") };
      const { apiKey } = await createApiKey(deps, office.admin, named);
      const actor: Actor = { kind: "machine", id: apiKey.id, partnerId, terminalId, scopes: tillScopes };
      all.push({ actor, locationId: location.id, terminalId });
    }
  }
  const [first, ...rest] = all;
  if (!first) throw new Error(`${partnerId} has no till.`);
  return [first, ...rest];
}

/** What partners put up before they trade: their own collateral, and their share of the common pool. */
async function secure(
  deps: Deps,
  office: Office,
  partners: ReadonlyMap<string, StagePartner>,
  key: Keys,
): Promise<void> {
  const partsOf = (amount: (partner: DemoPartner) => bigint) =>
    demoPartners.map((partner) => ({ partnerId: partners.get(partner.code)?.id ?? "", amountE6: amount(partner) }));
  const collateral = partsOf(({ collateralE6 }) => collateralE6);
  await recordCollateral(deps, office.finance, { parts: collateral, idempotencyKey: key("collateral") });
  const lossPool = partsOf(({ lossPoolE6 }) => lossPoolE6);
  await recordLossPool(deps, office.finance, { parts: lossPool, idempotencyKey: key("pool") });
  await showSecured(deps, office, [...collateral, ...lossPool], { partners, key });
}

/** The segregated account's own statement shows what came in, partner by partner. */
async function showSecured(
  deps: Deps,
  office: Office,
  parts: readonly { partnerId: string; amountE6: bigint }[],
  { partners, key }: { partners: ReadonlyMap<string, StagePartner>; key: Keys },
): Promise<void> {
  const on = deps.clock.now().toISOString().slice(0, 10);
  const entries = parts.map(({ partnerId, amountE6 }) => {
    const code = partners.values().find(({ id }) => id === partnerId)?.code ?? "";
    const entity = demoPartners.find((one) => one.code === code)?.entity;
    const paper = { counterpartyName: entity?.name ?? code, counterpartyIban: payOutIban(code) };
    return { amountE6, bookedOn: on, bankRef: key("secured"), remittance: "Security for the coalition", ...paper };
  });
  await bringStatement(deps, office, { book: "COLLATERAL", on, entries }, key);
}

/** A partner in talks: it has a row and an address, and may not trade yet. */
export async function inviteNewcomer(deps: Deps, { admin, clerk }: Office, key: Keys): Promise<void> {
  const { id } = await createPartner(deps, admin, { ...demoNewcomer, idempotencyKey: key("partner") });
  const shop = { code: "1", name: "Veras at the Stadium", city: "Minsk", address: "1 Stadium Street" };
  await addLocation(deps, clerk, { partnerId: id, ...shop, idempotencyKey: key("location") });
}
