import "server-only";
import { cookies } from "next/headers";
import { apiOrigin } from "#portal/lib/config.ts";
import { ask } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

export type Reader = <Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/**
 * Reads as the visitor of this request, also after it was answered: a file is still being read while it is sent, and
 * by then Next knows no cookies any more. An ended session is an answer here, not a page to be led to.
 */
export async function readerOfVisitor(): Promise<Reader> {
  const cookie = (await cookies()).toString();
  return (operation, variables) => ask(apiOrigin(), operation, variables, { cookie });
}
