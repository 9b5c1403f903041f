import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import type { ImportProfile } from "#api/formats/import-profile.ts";
import type { SourceReceipt } from "#api/formats/source-receipts.ts";
import { type Caller, type Deed, type Gateway, GatewayRefused, keyOf, machine } from "./gateway.ts";

/** A partner the import may post for. */
export type KnownPartner = { id: string; code: string; key: string; locations: Record<string, string> };

/** Partners, their keys and members, as the import has come to know them; kept between runs. */
export type Directory = {
  /** Makes known who is new in these receipts, if that was asked for. */
  meet(receipts: readonly SourceReceipt[]): Promise<void>;
  /** Null: nobody gave a key for this partner. */
  partnerOf(receipt: SourceReceipt): { partner: KnownPartner; caller: Caller } | null;
  /** Why the partner of a receipt is not known. */
  absenceOf(receipt: SourceReceipt): string;
};

export type DirectoryOptions = {
  gateway: Gateway;
  profile: ImportProfile;
  file: string;
  /** Creates partners and members on first sight; null: nobody may. */
  operator: Caller | null;
  createPartners: boolean;
  createMembers: boolean;
};

type Kept = { partners: Record<string, KnownPartner>; members: string[] };
type Refused = { __typename: string; code: string; message: string };

export async function openDirectory(options: DirectoryOptions): Promise<Directory> {
  const { file } = options;
  const kept: Kept = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : { partners: {}, members: [] };
  const partners = new Map(Object.entries(kept.partners));
  const members = new Set(kept.members);
  const refusals = new Map<string, string>();
  const keep = async () => {
    const draft = `${file}.new`;
    const text = JSON.stringify({ partners: Object.fromEntries(partners), members: [...members] } satisfies Kept);
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  };
  return {
    async meet(receipts) {
      const { operator, createPartners, createMembers } = options;
      const before = partners.size + members.size;
      if (operator && createPartners) await meetPartners({ ...options, operator }, receipts, partners, refusals);
      if (operator && createPartners) await meetLocations({ ...options, operator }, receipts, partners);
      if (operator && createMembers) await meetMembers({ ...options, operator }, receipts, { partners, members });
      if (partners.size + members.size > before) await keep();
    },
    partnerOf(receipt) {
      const partner = partners.get(nameOf(options.profile, receipt));
      return partner ? { partner, caller: machine(partner.key) } : null;
    },
    absenceOf: (receipt) =>
      refusals.get(nameOf(options.profile, receipt)) ??
      "No key is known for this partner; --create-partners makes one.",
  };
}

type Meeting = DirectoryOptions & { operator: Caller };

const scopes = ["purchases:write", "purchases:read", "members:write", "members:read"];

async function meetPartners(
  { gateway, profile, operator }: Meeting,
  receipts: readonly SourceReceipt[],
  partners: Map<string, KnownPartner>,
  refusals: Map<string, string>,
): Promise<void> {
  const met = new Map(receipts.map((receipt) => [nameOf(profile, receipt), receipt]));
  const fresh = [...met].filter(([name]) => !partners.has(name) && !refusals.has(name));
  const each = <Answer>(deed: Deed, inputs: readonly object[]) => gateway.askEach<Answer>(operator, deed, inputs);
  const created = await each<{ partner: { id: string } } | Refused>(
    { name: "createPartner", success: "partner { id }" },
    fresh.map(([name, receipt]) => ({
      ...faceOf(profile, receipt),
      idempotencyKey: keyOf(profile.name, "partner", name),
    })),
  );
  const known = fresh.flatMap(([name, receipt], at) => {
    const answer = created[at];
    if (answer && "partner" in answer) return [{ name, receipt, id: answer.partner.id }];
    refusals.set(name, `The partner could not be created: ${answer?.message}`);
    return [];
  });
  const inputsFor = (what: string, input: (id: string) => object) =>
    known.map(({ name, id }) => ({ partnerId: id, ...input(id), idempotencyKey: keyOf(profile.name, what, name) }));
  requireAll(
    await each(
      { name: "signContract", success: "contract { id }" },
      inputsFor("contract", () => termsOf(profile)),
    ),
  );
  requireAll(
    await each(
      { name: "activatePartner", success: "partner { id }" },
      known.map(({ id }) => ({ partnerId: id })),
    ),
  );
  const { packPoints } = profile.terms;
  if (packPoints !== undefined)
    requireAll(
      await each(
        { name: "buyPointsPack", success: "pack { id }" },
        inputsFor("pack", () => ({ points: packPoints })),
      ),
    );
  const keys = await newKeys(each, inputsFor, profile);
  for (const [at, { name, receipt, id }] of known.entries()) {
    partners.set(name, { id, code: faceOf(profile, receipt).code, key: keys[at] ?? "", locations: {} });
  }
}

type Each = <Answer>(deed: Deed, inputs: readonly object[]) => Promise<Answer[]>;
type InputsFor = (what: string, input: (id: string) => object) => object[];

/** A secret is shown once. Where the answer was lost with an interrupted run, a second key takes the first one's place. */
async function newKeys(each: Each, inputsFor: InputsFor, profile: ImportProfile): Promise<string[]> {
  const deed = { name: "createApiKey", success: "secret" };
  const first = inputsFor("key", () => ({ name: `Import of ${profile.name}`, scopes }));
  const secrets = (await each<{ secret: string | null } | Refused>(deed, first)).map(secretOf);
  const second = inputsFor(`key ${Date.now()}`, () => ({ name: `Import of ${profile.name}`, scopes }));
  const lost = secrets.flatMap((secret, at) => (secret === null ? [at] : []));
  const again = await each<{ secret: string | null } | Refused>(
    deed,
    lost.map((at) => second[at] ?? {}),
  );
  for (const [nth, at] of lost.entries()) secrets[at] = secretOf(again[nth]);
  return secrets.map((secret) => secret ?? "");
}

function secretOf(answer: { secret: string | null } | Refused | undefined): string | null {
  if (answer && "secret" in answer) return answer.secret;
  throw new GatewayRefused(answer?.code ?? "INTERNAL", answer?.message ?? "no key was made");
}

async function meetLocations(
  { gateway, profile, operator }: Meeting,
  receipts: readonly SourceReceipt[],
  partners: ReadonlyMap<string, KnownPartner>,
): Promise<void> {
  const fresh = new Map<string, { partner: KnownPartner; code: string }>();
  for (const receipt of receipts) {
    const partner = partners.get(nameOf(profile, receipt));
    const code = receipt.location;
    if (!partner || code === null || code in partner.locations) continue;
    fresh.set(`${partner.id} ${code}`, { partner, code });
  }
  const named = [...fresh.values()];
  const answers = await gateway.askEach<{ location: { id: string } } | Refused>(
    operator,
    { name: "addLocation", success: "location { id }" },
    named.map(({ partner, code }) => ({
      partnerId: partner.id,
      code,
      name: (profile.location?.name ?? "{}").replace("{}", code),
      idempotencyKey: keyOf(profile.name, "location", partner.id, code),
    })),
  );
  for (const [at, { partner, code }] of named.entries()) {
    const answer = answers[at];
    if (answer && "location" in answer) partner.locations[code] = answer.location.id;
  }
}

async function meetMembers(
  { gateway, profile, operator }: Meeting,
  receipts: readonly SourceReceipt[],
  { partners, members }: { partners: ReadonlyMap<string, KnownPartner>; members: Set<string> },
): Promise<void> {
  const fresh = new Map<string, object>();
  for (const receipt of receipts) {
    const partner = partners.get(nameOf(profile, receipt));
    const { kind, value } = receipt.member;
    const name = kind === "CARD" ? value : `${partner?.id} ${value}`;
    if (!partner || members.has(name) || fresh.has(name)) continue;
    const number = kind === "CARD" ? { cardNumber: value } : { identifiers: [{ kind, value }] };
    fresh.set(name, { partnerId: partner.id, ...number, idempotencyKey: keyOf(profile.name, "member", name) });
  }
  const answers = await gateway.askEach<{ member: { id: string } } | Refused>(
    operator,
    { name: "enrolMember", success: "member { id }" },
    [...fresh.values()],
  );
  // Whose number is taken is a member already; any other refusal shows at the member's first receipt.
  for (const [at, name] of [...fresh.keys()].entries()) if (answers[at]) members.add(name);
}

function requireAll(answers: readonly unknown[]): void {
  for (const answer of answers as readonly Refused[]) {
    if (answer.code) throw new GatewayRefused(answer.code, answer.message);
  }
}

function termsOf({
  terms: { packPoints, prepaidStopPoints = 0, prepaidAlertPoints = prepaidStopPoints, ...terms },
}: ImportProfile): object {
  const levels = packPoints === undefined ? {} : { prepaidStopPoints, prepaidAlertPoints };
  // From a day before anything was sold, so that a receipt of any date finds terms in force.
  return { ...terms, ...levels, validFrom: "1970-01-01T00:00:00.000Z" };
}

function faceOf({ partner }: ImportProfile, receipt: SourceReceipt): { code: string; name: string; category: string } {
  if (!("column" in partner)) return partner;
  const { name, category } = receipt.partner ?? { name: "", category: "other" };
  return { code: codeOf(name), name, category };
}

function nameOf({ partner }: ImportProfile, receipt: SourceReceipt): string {
  return receipt.partner?.name ?? ("code" in partner ? partner.code : "");
}

const CODE_NAME_MAX = 31;
const CODE_HASH_LENGTH = 8;

/** Letters and digits of the name, and enough of its hash that two alike names stay two partners. */
function codeOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toUpperCase();
  const hash = createHash("sha256").update(name).digest("hex").slice(0, CODE_HASH_LENGTH).toUpperCase();
  return plain ? `${plain.slice(0, CODE_NAME_MAX)}-${hash}` : hash;
}
