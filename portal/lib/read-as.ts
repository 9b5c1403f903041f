import "server-only";
import { cookies } from "next/headers";
import { apiOrigin } from "#portal/lib/config.ts";
import { ask } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

/** Like `read`, for files: an ended session is an answer, not a page to be led to. */
export async function readAs<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
  return ask(apiOrigin(), operation, variables, { cookie: (await cookies()).toString() });
}
