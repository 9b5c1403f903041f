import type { Operation } from "#schema/typed.ts";

/** What the gateway answered instead of data: not a refusal (those are part of the data) but a failure. */
export class GatewayFailure extends Error {
  readonly code: string;
  readonly requestId: string | null;
  /** Next shows it to the browser in place of the message, so that support can find the request. */
  readonly digest: string;

  constructor(code: string, requestId: string | null, message: string) {
    super(message);
    this.code = code;
    this.requestId = requestId;
    this.digest = requestId ?? code;
  }
}

type Failure = { message: string; extensions?: { code?: string; requestId?: string } };

/** Asks the gateway for a persisted operation. */
export async function ask<Result, Variables>(
  origin: string,
  { name, id }: Operation<Result, Variables>,
  variables: Variables,
  headers: Record<string, string> = {},
): Promise<Result> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify({
      operationName: name,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: id } },
    }),
    cache: "no-store",
  }).catch(() => null);
  if (!response) throw new GatewayFailure("UNREACHABLE", null, "The gateway does not answer.");
  const answer = (await response.json().catch(() => null)) as { data?: Result; errors?: Failure[] } | null;
  const [failure] = answer?.errors ?? [];
  const requestId = failure?.extensions?.requestId ?? response.headers.get("x-request-id");
  if (failure) throw new GatewayFailure(failure.extensions?.code ?? "INTERNAL", requestId, failure.message);
  if (!answer?.data) throw new GatewayFailure("INTERNAL", requestId, `The gateway answered ${response.status}.`);
  return answer.data;
}
