import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { transportLimits } from "#api/graph/limits.ts";
import { BadRequest, readBody } from "#api/server/answers.ts";
import type { People } from "#api/server/identity/people.ts";
import type { RateLimits } from "#api/server/rate-limits.ts";

const credentials = z.object({ email: z.string().max(254) });
/** Where passwords and codes are tried; the rest of better-auth only reads or ends the own session. */
const guessable = /\/(sign-in|two-factor\/verify|reset-password|request-password-reset|change-password)/;

/** Hands a request to better-auth, counted where somebody could be guessing. */
export async function answerSignIn(
  { people, rateLimits, publicUrl }: { people: People; rateLimits: RateLimits; publicUrl: string },
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  const url = new URL(request.url ?? "/", publicUrl);
  const body = await readBody(request, transportLimits.signInBodyBytes);
  const email = guessable.test(url.pathname) ? emailIn(body) : null;
  if (guessable.test(url.pathname)) await rateLimits.take("signInFrom", address);
  if (email) await rateLimits.take("signInAs", email);
  const answer = await people.handler(fetchRequest(request, url, body, address));
  if (email && answer.ok) await rateLimits.forget("signInAs", email);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  response.setHeader("set-cookie", answer.headers.getSetCookie());
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function fetchRequest(request: IncomingMessage, url: URL, body: Buffer, address: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && !name.startsWith(":")) headers.set(name, value);
  }
  // A session remembers where it began: by our word, not by the caller's.
  headers.set("x-forwarded-for", address);
  const method = request.method ?? "GET";
  if (method !== "GET" && method !== "POST") throw new BadRequest(405, "GET or POST.", { allow: "GET, POST" });
  return new Request(url, { method, headers, ...(method === "POST" ? { body: new Uint8Array(body) } : {}) });
}

function emailIn(body: Buffer): string | null {
  try {
    return credentials.parse(JSON.parse(body.toString("utf8"))).email.toLowerCase();
  } catch {
    return null;
  }
}
