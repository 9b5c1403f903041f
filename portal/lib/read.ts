import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { apiOrigin } from "#portal/lib/config.ts";
import { ask, GatewayFailure } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

/** Reads what a page shows, as the visitor: with the visitor's cookie, on the server, never cached. */
export async function read<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const cookie = (await cookies()).toString();
  const visitor = (await headers()).get("x-forwarded-for") ?? "";
  try {
    return await ask(apiOrigin(), operation, variables, { cookie, "x-forwarded-for": visitor });
  } catch (error) {
    if (!(error instanceof GatewayFailure) || error.code !== "UNAUTHENTICATED") throw error;
    return redirect({ href: { pathname: "/sign-in", query: { ended: "1" } }, locale: await getLocale() });
  }
}
