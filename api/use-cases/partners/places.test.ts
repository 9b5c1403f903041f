import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { world } from "#api/test/world.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { addTerminal } from "#api/use-cases/partners/add-terminal.ts";
import { blockTerminal } from "#api/use-cases/partners/block-terminal.ts";
import { findLocationsOf } from "#api/use-cases/partners/find-locations.ts";
import { findTerminals, findTerminalsOf } from "#api/use-cases/partners/find-terminals.ts";
import {
  CodeTaken,
  InvalidValue,
  LocationNotFound,
  PartnerNotFound,
  TerminalNotFound,
} from "#api/use-cases/partners/refusals.ts";
import { unblockTerminal } from "#api/use-cases/partners/unblock-terminal.ts";

const key = (what: string) => `${what}-0000000000000000`;
const company = { name: "Grocer LLC", taxNumber: "190000001", country: "BY", address: "Minsk, Main Street 1" };

test("an owner opens an outlet and puts a till there", async () => {
  const { deps, grocer } = await world();
  const place = { partnerId: grocer.id, code: "2", name: "Grocer at the station", idempotencyKey: key("location") };
  const location = await addLocation(deps, grocer.finance, place);
  const till = { locationId: location.id, code: "2-1", idempotencyKey: key("terminal") };
  const terminal = await addTerminal(deps, grocer.finance, till);
  expect(terminal).toMatchObject({ partnerId: grocer.id, locationId: location.id, status: "ACTIVE" });
  expect(await addTerminal(deps, grocer.finance, till)).toEqual(terminal);
});

test("codes are unique within a partner, not across partners", async () => {
  const { deps, grocer, fuel } = await world();
  const place = { code: "2", name: "Second", idempotencyKey: key("location") };
  await addLocation(deps, grocer.finance, { partnerId: grocer.id, ...place });
  const again = addLocation(deps, grocer.finance, { partnerId: grocer.id, ...place, idempotencyKey: key("again") });
  await expect(again).rejects.toThrow(new CodeTaken("2"));
  const elsewhere = await addLocation(deps, fuel.finance, { partnerId: fuel.id, ...place });
  expect(elsewhere.code).toBe("2");
});

test("another partner's places answer like places that do not exist", async () => {
  const { deps, grocer, fuel } = await world();
  const place = { partnerId: fuel.id, code: "9", name: "Mine now", idempotencyKey: key("location") };
  await expect(addLocation(deps, grocer.finance, place)).rejects.toThrow(new PartnerNotFound(fuel.id));
  const till = { locationId: fuel.locationId, code: "9", idempotencyKey: key("terminal") };
  await expect(addTerminal(deps, grocer.finance, till)).rejects.toThrow(new LocationNotFound(fuel.locationId));
  const block = { terminalId: fuel.terminalId, reason: "mine" };
  await expect(blockTerminal(deps, grocer.finance, block)).rejects.toThrow(new TerminalNotFound(fuel.terminalId));
});

test("a till opens no outlets", async () => {
  const { deps, grocer } = await world();
  const place = { partnerId: grocer.id, code: "2", name: "Second", idempotencyKey: key("location") };
  await expect(addLocation(deps, grocer.till, place)).rejects.toThrow(Forbidden);
});

test("a blocked till is let in again, and the trace says why", async () => {
  const { deps, grocer } = await world();
  const { terminalId } = grocer;
  await blockTerminal(deps, grocer.finance, { terminalId, reason: "stolen" });
  await blockTerminal(deps, grocer.finance, { terminalId, reason: "stolen" });
  expect(await unblockTerminal(deps, grocer.finance, { terminalId, reason: "found" })).toMatchObject({
    status: "ACTIVE",
  });
  const steps = await deps.db.transition.findMany({ where: { objectId: terminalId }, orderBy: { id: "asc" } });
  expect(steps.map(({ to, reason }) => [to, reason])).toEqual([
    ["BLOCKED", "stolen"],
    ["ACTIVE", "found"],
  ]);
});

test("outlets are public, tills are their partner's and the operator's", async () => {
  const { deps, operator, grocer, fuel, ana } = await world();
  const page = { first: 10, after: null };
  expect((await findLocationsOf(deps, ana.actor, [fuel.id], page)).get(fuel.id)?.rows).toHaveLength(1);
  expect(await findTerminalsOf(deps, grocer.finance, [fuel.locationId])).toEqual(new Map());
  expect(await findTerminals(deps, ana.actor, [fuel.terminalId])).toEqual(new Map());
  expect((await findTerminalsOf(deps, operator, [fuel.locationId])).get(fuel.locationId)).toHaveLength(1);
});

test("pages of many partners' outlets go on after the last code", async () => {
  const { deps, operator, grocer, fuel } = await world();
  const second = { partnerId: grocer.id, code: "2", name: "Second", idempotencyKey: key("location") };
  await addLocation(deps, operator, second);
  const first = await findLocationsOf(deps, operator, [grocer.id, fuel.id], { first: 1, after: null });
  expect([...first.values()].map(({ rows, hasNextPage }) => [rows[0]?.code, hasNextPage])).toEqual([
    ["1", true],
    ["1", false],
  ]);
  const rest = await findLocationsOf(deps, operator, [grocer.id], { first: 1, after: "1" });
  expect(rest.get(grocer.id)).toMatchObject({ rows: [{ code: "2" }], hasNextPage: false });
});

test("a company has a country and, where it is paid, an account that can exist", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, ...company, idempotencyKey: key("entity") };
  const wrong = { ...input, iban: "DE89370400440532013001" };
  await expect(addLegalEntity(deps, operator, wrong)).rejects.toThrow(InvalidValue);
  await expect(addLegalEntity(deps, operator, { ...input, country: "Belarus" })).rejects.toThrow(InvalidValue);
  const entity = await addLegalEntity(deps, operator, { ...input, iban: "DE89 3704 0044 0532 0130 00" });
  expect(entity.iban).toBe("DE89370400440532013000");
});
