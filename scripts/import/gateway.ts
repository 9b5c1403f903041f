import { createHash } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";

/** Who asks: a machine by its key, or a person by the session of a sign-in. */
export type Caller = Readonly<Record<string, string>>;

export type Gateway = {
  /** Asks until there is an answer: keys make every retry safe. Throws `GatewayRefused` for what a retry cannot mend. */
  ask<Answer>(caller: Caller, query: string, variables: object): Promise<Answer>;
  /** One deed for many inputs, several to a request; one answer per input, in order. */
  askEach<Answer>(caller: Caller, deed: Deed, inputs: readonly object[]): Promise<Answer[]>;
  signIn(email: string, password: string): Promise<Caller>;
};

/** A mutation with a single `input`, and what is asked of its success. */
export type Deed = { name: string; success: string };

/** The same answer would come again; an import that meets it ends. */
export class GatewayRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`The gateway refused with ${code}: ${message}`);
    this.name = "GatewayRefused";
    this.code = code;
  }
}

export const machine = (key: string): Caller => ({ authorization: `Bearer ${key}` });

const ATTEMPTS_MAX = 12;
const PAUSE_MS = 250;
const PAUSE_MAX_MS = 5_000;
/** The gateway counts aliases and fields of a document. */
const DEEDS_PER_REQUEST = 20;
const REQUESTS_IN_FLIGHT = 6;

/** `origin` is where people find the hub: their sessions are bound to it. */
export function openGateway(url: string, origin: string): Gateway {
  const ask = async <Answer>(caller: Caller, query: string, variables: object): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const answered = await tryOnce<Answer>(url, caller, { query, variables });
      if ("data" in answered) return answered.data;
      if (!answered.isPassing || attempt === ATTEMPTS_MAX) throw new GatewayRefused(answered.code, answered.message);
      await after(Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MAX_MS));
    }
  };
  return {
    ask,
    askEach: async <Answer>(caller: Caller, deed: Deed, inputs: readonly object[]) => {
      const chunks = chunksOf(inputs, DEEDS_PER_REQUEST);
      const answers = await inFlight(REQUESTS_IN_FLIGHT, chunks, async (chunk) => {
        const answer = await ask<Record<string, Answer>>(caller, ...documentOf(deed, chunk));
        return chunk.map((_input, at) => answer[`d${at}`] as Answer);
      });
      return answers.flat();
    },
    signIn: (email, password) => signIn(url, { origin, email, password }),
  };
}

type Tried<Answer> = { data: Answer } | { isPassing: boolean; code: string; message: string };

async function tryOnce<Answer>(url: string, caller: Caller, body: object): Promise<Tried<Answer>> {
  try {
    const headers = { "content-type": "application/json", "x-graphql-yoga-csrf": "import", ...caller };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { data?: Answer | null; errors?: GraphqlError[] };
    const [error] = answer.errors ?? [];
    if (!error && answer.data) return { data: answer.data };
    const code = error?.extensions?.code ?? `HTTP ${response.status}`;
    return { isPassing: passing.has(code), code, message: error?.message ?? "no answer" };
  } catch (fault) {
    const message = fault instanceof Error ? `${fault.message} ${String(fault.cause ?? "")}`.trim() : String(fault);
    return { isPassing: true, code: "UNREACHABLE", message };
  }
}

type GraphqlError = { message: string; extensions?: { code?: string } };

const passing = new Set(["RATE_LIMITED", "INTERNAL", "OVERLOADED", "TIMEOUT"]);

function documentOf({ name, success }: Deed, inputs: readonly object[]): [string, object] {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const selection = `{ __typename ... on ${type}Success { ${success} } ... on Error { code message } }`;
  const asked = inputs.map((_input, at) => `d${at}: ${name}(input: $i${at}) ${selection}`);
  const declared = inputs.map((_input, at) => `$i${at}: ${type}Input!`);
  const variables = Object.fromEntries(inputs.map((input, at) => [`i${at}`, input]));
  return [`mutation Import${type}(${declared.join(", ")}) { ${asked.join(" ")} }`, variables];
}

type SignIn = { origin: string; email: string; password: string };

async function signIn(url: string, { origin, email, password }: SignIn): Promise<Caller> {
  const response = await fetch(new URL("/api/auth/sign-in/email", url), {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new GatewayRefused(`HTTP ${response.status}`, `${email} could not sign in.`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
  return { cookie: cookie.join("; ") };
}

/** 43 characters that are the same for the same thing, whenever and wherever it is sent from. */
export function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}

export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_none, at) => items.slice(at * size, (at + 1) * size));
}

/** Works on the items in order, so many at once; one answer per item. The first fault ends it. */
export async function inFlight<Item, Answer>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return answers;
}
