import "server-only";
import { GatewayFailure } from "#portal/lib/gateway.ts";

/** What was read, or null where the viewer's role does not include it. Other failures stay failures. */
export async function ifAllowed<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GatewayFailure && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
