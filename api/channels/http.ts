import type { Outcome } from "./channel.ts";

const WAIT_MS = 10_000;
const ANSWER_MAX_BYTES = 64_000;

export type HttpAnswer = { status: number; headers: Headers; text: string };

/** Asks once, without following anybody elsewhere; what cannot be reached is an outcome, not an error. */
export async function ask(url: string, init: RequestInit): Promise<HttpAnswer | Outcome> {
  try {
    const response = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(WAIT_MS) });
    return { status: response.status, headers: response.headers, text: await textOf(response) };
  } catch (error) {
    const reason = nameOf(error);
    return neverArrived.has(reason) ? { kind: "LATER", reason, afterMs: null } : { kind: "UNKNOWN", reason };
  }
}

export function isOutcome(answer: HttpAnswer | Outcome): answer is Outcome {
  return "kind" in answer;
}

/** What most services mean by their status, where they say nothing more. */
export function outcomeOf({ status, headers }: HttpAnswer): Outcome {
  const reason = `HTTP ${status}`;
  if (status === 429 || status === 503) return { kind: "LATER", reason, afterMs: retryAfter(headers) };
  if (status >= 500 || status === 408) return { kind: "LATER", reason, afterMs: null };
  return { kind: "REFUSED", reason };
}

/** What the other side says in JSON; empty when it says something else. */
export function jsonOf({ text }: HttpAnswer): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const neverArrived = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

function nameOf(error: unknown): string {
  const { cause, name } = error as Error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : name;
}

/** Seconds, as services say them; dates are not worth a clock here. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > ANSWER_MAX_BYTES) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
