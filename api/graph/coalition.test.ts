import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { type World, world } from "#api/test/world.ts";

type Answer = Record<string, Record<string, unknown>>;

/** Asks and expects no top-level error; refusals are answers. */
async function told({ deps }: World, actor: Actor, query: string): Promise<Answer> {
  const { data, errors } = await ask(deps, actor, query);
  expect(errors).toEqual([]);
  return data as Answer;
}

const idIn = (answer: unknown, path: string): string =>
  String(path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], answer));

test("a merchant comes in, signs, opens an outlet with a till, and gets the till's key", async () => {
  const hub = await world();
  const { operator } = hub;
  const created = await told(
    hub,
    operator,
    `mutation { createPartner(input: {
    code: "CAFE", name: "Cafe Zerne", category: "cafe", idempotencyKey: "create-cafe-00001"
  }) { ... on CreatePartnerSuccess { partner { id status } } ... on Error { code message } } }`,
  );
  expect(created["createPartner"]).toMatchObject({ partner: { status: "ONBOARDING" } });
  const partnerId = idIn(created, "createPartner.partner.id");
  const signed = await told(
    hub,
    operator,
    `mutation { signContract(input: { partnerId: "${partnerId}",
    funding: ON_BURN, issueRate: "0.0100", redeemRate: "0.0120", earnBps: 150, idempotencyKey: "sign-cafe-0000001"
  }) { ... on SignContractSuccess { warnings contract { version issueRate { amount currencyCode } } } } }`,
  );
  expect(signed["signContract"]).toEqual({
    warnings: ["REDEEM_RATE_ABOVE_ISSUE_RATE", "NO_EXPOSURE_LIMIT"],
    contract: { version: 1, issueRate: { amount: "0.01", currencyCode: "EUR" } },
  });
  await told(hub, operator, `mutation { activatePartner(input: { partnerId: "${partnerId}" }) { __typename } }`);
  const place = await told(
    hub,
    operator,
    `mutation { addLocation(input: {
    partnerId: "${partnerId}", code: "1", name: "Cafe at the station", idempotencyKey: "add-location-000001"
  }) { ... on AddLocationSuccess { location { id } } } }`,
  );
  const till = await told(
    hub,
    operator,
    `mutation { addTerminal(input: { code: "1",
    locationId: "${idIn(place, "addLocation.location.id")}", idempotencyKey: "add-terminal-000001"
  }) { ... on AddTerminalSuccess { terminal { id location { code } } } } }`,
  );
  const key = await told(
    hub,
    operator,
    `mutation { createApiKey(input: { partnerId: "${partnerId}", name: "Till 1",
    terminalId: "${idIn(till, "addTerminal.terminal.id")}", scopes: ["purchases:write"],
      idempotencyKey: "create-key-0000001"
  }) { ... on CreateApiKeySuccess { secret apiKey { hint terminal { code } } } } }`,
  );
  expect(key["createApiKey"]).toMatchObject({
    secret: expect.stringMatching(/^zk_/),
    apiKey: { terminal: { code: "1" } },
  });
  const read = await told(
    hub,
    operator,
    `{ partner(id: "${partnerId}") {
    status contract { earnBps } locations { edges { node { name terminals { status } } } } } }`,
  );
  expect(read["partner"]).toEqual({
    status: "ACTIVE",
    contract: { earnBps: 150 },
    locations: { edges: [{ node: { name: "Cafe at the station", terminals: [{ status: "ACTIVE" }] } }] },
  });
});

test("a till enrols a member and finds them again, masked; support reads the name", async () => {
  const hub = await world();
  const enrolled = await told(
    hub,
    hub.grocer.till,
    `mutation { enrolMember(input: { name: "Cecylia Novik",
    birthDate: "1990-05-01", identifiers: [{ kind: PHONE, value: "+375 29 123 45 67" }],
      idempotencyKey: "enrol-cecylia-0001"
  }) { ... on EnrolMemberSuccess { member { id name birthDate cards { number lastDigits status } } } } }`,
  );
  expect(enrolled["enrolMember"]).toMatchObject({
    member: { name: "C•• N••", birthDate: null, cards: [{ number: null }] },
  });
  const find = `{ memberByIdentifier(kind: PHONE, value: "00375291234567") {
    ... on Member { name birthDate balance { available value { amount } } } ... on Error { code } } }`;
  expect((await told(hub, hub.fuel.till, find))["memberByIdentifier"]).toEqual({
    name: "C•• N••",
    birthDate: null,
    balance: { available: 0, value: { amount: "0.00" } },
  });
  expect((await told(hub, hub.operator, find))["memberByIdentifier"]).toMatchObject({
    name: "Cecylia Novik",
    birthDate: "1990-05-01",
  });
});

test("a refusal says its code and its facts, and nothing is done", async () => {
  const hub = await world();
  const refused = await told(
    hub,
    hub.operator,
    `mutation { createPartner(input: {
    code: "GROCER", name: "Grocer again", category: "grocer", idempotencyKey: "create-grocer-0001"
  }) { __typename ... on CodeTakenError { taken } ... on Error { code message } } }`,
  );
  expect(refused["createPartner"]).toEqual({
    __typename: "CodeTakenError",
    taken: "GROCER",
    code: "CODE_TAKEN",
    message: "GROCER is taken; choose another.",
  });
  const unknown = `{ memberByIdentifier(kind: CARD, value: "4539148803436467") { ... on Error { code } } }`;
  expect((await told(hub, hub.grocer.till, unknown))["memberByIdentifier"]).toEqual({ code: "UNKNOWN_MEMBER" });
});

test("a member reads their balance, history and what lapses; a stranger reads null", async () => {
  const hub = await world({ ana: { points: 100n } });
  const read = `{ member(id: "${hub.ana.id}") { name balance { available value { amount } } pointsByExpiry { points
      expiresAt }
    history { edges { node { id kind points availableAfter partner { name } } } } } }`;
  const own = await told(hub, hub.ana.actor, read);
  expect(own["member"]).toMatchObject({
    name: "Ana",
    balance: { available: 100, value: { amount: "1.00" } },
    pointsByExpiry: [{ points: 100, expiresAt: null }],
    history: { edges: [{ node: { kind: "EARN", points: 100, availableAfter: 100, partner: { name: "Grocer" } } }] },
  });
  const entryId = idIn(own, "member.history.edges.0.node.id");
  const one = `{ member(id: "${hub.ana.id}") { historyEntry(id: "${entryId}") { points reverses { id } } } }`;
  expect((await told(hub, hub.ana.actor, one))["member"]).toEqual({ historyEntry: { points: 100, reverses: null } });
  expect((await told(hub, hub.bohdan.actor, read))["member"]).toBeNull();
  expect((await told(hub, hub.fuel.finance, read))["member"]).toBeNull();
});

test("the viewer is greeted as whoever they are, and as nobody before signing in", async () => {
  const hub = await world();
  const who = `{ viewer { __typename ... on PartnerStaff { roles partner { code } } ... on MemberViewer { member {
      name } }
    ... on Machine { terminal { code } scopes } ... on OperatorStaff { roles } } }`;
  expect((await told(hub, { kind: "anonymous" }, who))["viewer"]).toBeNull();
  expect((await told(hub, hub.ana.actor, who))["viewer"]).toEqual({
    __typename: "MemberViewer",
    member: { name: "Ana" },
  });
  const owner = {
    __typename: "PartnerStaff",
    roles: ["PARTNER_OWNER", "PARTNER_FINANCE"],
    partner: { code: "GROCER" },
  };
  expect((await told(hub, hub.grocer.finance, who))["viewer"]).toEqual(owner);
  expect((await told(hub, hub.grocer.till, who))["viewer"]).toMatchObject({
    __typename: "Machine",
    terminal: { code: "1" },
  });
  expect((await told(hub, hub.operator, who))["viewer"]).toMatchObject({ __typename: "OperatorStaff" });
});

test("what a role may not do at all is an error of the request, not a refusal", async () => {
  const hub = await world();
  const create = `mutation { createPartner(input: {
    code: "MINE", name: "Mine", category: "any", idempotencyKey: "create-mine-000001" }) { __typename } }`;
  const { errors } = await ask(hub.deps, hub.grocer.finance, create);
  expect(errors).toEqual(["Your roles do not include partner:create."]);
});
