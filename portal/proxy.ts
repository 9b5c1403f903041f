import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "#portal/i18n/routing.ts";

const localise = createMiddleware(routing);

/**
 * The gateway is reached through the portal's own address (HTTP and WebSocket), so that the session cookie is first-party.
 * It is rewritten here and not in next.config, which would freeze the address when the portal is built.
 */
export default function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (
    pathname === "/graphql" ||
    pathname.startsWith("/api/auth/") ||
    pathname.startsWith("/exports/exp_") ||
    pathname.startsWith("/unsubscribe/msg_")
  ) {
    const gateway = process.env["API_ORIGIN"] ?? "http://127.0.0.1:4000";
    return NextResponse.rewrite(new URL(pathname + search, gateway));
  }
  return localise(request);
}

export const config = {
  matcher: [
    "/graphql",
    "/api/auth/:path*",
    "/exports/:id(exp_.*)",
    "/unsubscribe/:token(msg_.*)",
    "/((?!api|exports|files|_next|_vercel|.*\\..*).*)",
  ],
};
