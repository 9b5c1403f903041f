import {
  type AnyVariables,
  type Client,
  type CombinedError,
  createClient,
  createRequest,
  fetchExchange,
  type GraphQLRequest,
  type OperationResult,
} from "@urql/core";
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

/** A client that speaks for one visitor on the server; it keeps nothing between requests. */
function clientFor(origin: string, headers: Record<string, string>): Client {
  return createClient({
    url: `${origin}/graphql`,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: "network-only",
    fetchOptions: { headers: { accept: "application/json", ...headers }, cache: "no-store" },
  });
}

/**
 * An operation as it is sent: by its name and the id it is registered under. Its text stays with the gateway; urql
 * takes the name from a stand-in, which is not sent because the id is.
 */
export function requestOf<Result, Variables>(
  { id, name }: Operation<Result, Variables>,
  variables: Variables,
  kind: "query" | "mutation" | "subscription" = "query",
): GraphQLRequest<Result, AnyVariables> {
  const extensions = { persistedQuery: { version: 1 as const, sha256Hash: id } };
  return createRequest<Result, AnyVariables>(`${kind} ${name} { __typename }`, variables as AnyVariables, extensions);
}

/** Asks the gateway a registered query. */
export async function ask<Result, Variables>(
  origin: string,
  operation: Operation<Result, Variables>,
  variables: Variables,
  headers: Record<string, string> = {},
): Promise<Result> {
  return answerOf(await clientFor(origin, headers).executeQuery(requestOf(operation, variables)).toPromise());
}

/** Does a registered deed, where the page itself does it and not a visitor's click. */
export async function deed<Result, Variables>(
  origin: string,
  operation: Operation<Result, Variables>,
  variables: Variables,
  headers: Record<string, string> = {},
): Promise<Result> {
  const request = requestOf(operation, variables, "mutation");
  return answerOf(await clientFor(origin, headers).executeMutation(request).toPromise());
}

/** The data of an answer; a failure is thrown. */
export function answerOf<Result>({ data, error }: OperationResult<Result>): Result {
  if (error) throw failureOf(error);
  if (data === undefined || data === null) throw new GatewayFailure("INTERNAL", null, "The gateway answered nothing.");
  return data;
}

function failureOf({ graphQLErrors, networkError, response }: CombinedError): GatewayFailure {
  const [failure] = graphQLErrors;
  const told = failure?.extensions as { code?: string; requestId?: string } | undefined;
  const header = response instanceof Response ? response.headers.get("x-request-id") : null;
  const requestId = told?.requestId ?? header;
  if (failure) return new GatewayFailure(told?.code ?? "INTERNAL", requestId, failure.message);
  if (!response) return new GatewayFailure("UNREACHABLE", null, "The gateway does not answer.");
  return new GatewayFailure("INTERNAL", requestId, networkError?.message ?? "The gateway failed.");
}
