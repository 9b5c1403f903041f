import type { IncomingMessage, ServerResponse } from "node:http";
import { transportLimits } from "#api/graph/limits.ts";
import { apiKeyText } from "#api/kernel/api-key.ts";
import { answerJson, readBody } from "#api/server/answers.ts";
import type { Machines } from "#api/server/identity/machines.ts";
import type { Tokens } from "#api/server/identity/tokens.ts";
import type { RateLimits } from "#api/server/rate-limits.ts";

type Settings = { machines: Machines; tokens: Tokens; rateLimits: RateLimits };

/** Client credentials (RFC 6749, 4.4): the client id is the key's id, the client secret the key or its secret part. */
export async function answerToken(
  { machines, tokens, rateLimits }: Settings,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  await rateLimits.take("tokenFrom", address);
  if (request.method !== "POST") return refuse(response, 405, "invalid_request", { allow: "POST" });
  const form = new URLSearchParams((await readBody(request, transportLimits.signInBodyBytes)).toString("utf8"));
  if (form.get("grant_type") !== "client_credentials") return refuse(response, 400, "unsupported_grant_type");
  const client = clientOf(request.headers.authorization, form);
  const machine = client ? await machines.byKey(client) : null;
  if (machine?.kind !== "machine") return refuse(response, 401, "invalid_client", { "www-authenticate": "Basic" });
  const { token, seconds } = await tokens.issue(machine);
  const scope = machine.scopes.join(" ");
  answerJson(response, 200, { access_token: token, token_type: "Bearer", expires_in: seconds, scope });
}

/** The key's text, from the form or from HTTP Basic; null when neither names a client. */
function clientOf(authorization: string | undefined, form: URLSearchParams): string | null {
  const basic = /^Basic +(\S+)$/i.exec(authorization ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString("utf8").split(":", 2).map(decodeURIComponent)
    : [form.get("client_id"), form.get("client_secret")];
  if (!id || !secret) return null;
  return secret.startsWith("zk_") ? (secret.startsWith(apiKeyText(id, "")) ? secret : null) : apiKeyText(id, secret);
}

function refuse(response: ServerResponse, status: number, error: string, headers = {}): void {
  answerJson(response, status, { error }, headers);
}
